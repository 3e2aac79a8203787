import { etagOf, remember } from "./answers.ts";
import type { CallOptions, Seen, StreamOptions } from "./calls.ts";
import { exchange, type Message, type Wire } from "./exchange.ts";
import { basePath, routes, type Meridian } from "./generated/operations.ts";
import { prepare, type Route } from "./request.ts";
import { follow } from "./stream.ts";
import { tokenSource, type TokenSource } from "./tokens.ts";

export type MeridianOptions = {
  /** Where the API is, without a path: `https://api.example.com`. */
  baseUrl: string;
  /** An access token, or where to get one: see `clientCredentials`. Without it, what anybody may do. */
  token?: string | TokenSource;
  fetch?: typeof fetch;
  /** For every call, unless the call says otherwise. */
  defaults?: Pick<CallOptions, "timeoutMs" | "retries" | "headers">;
  longestWaitMs?: number;
};

type Given = Record<string, unknown>;
type AnyOptions = CallOptions & {
  ifMatch?: Seen | null;
  ifNoneMatch?: object;
  idempotencyKey?: string;
};
type Caller = { base: string; wire: Wire; defaults: CallOptions };

/** A client with one method for each operation of the API, named as in its document. */
export function createMeridian(options: MeridianOptions): Meridian {
  const caller: Caller = {
    base: new URL(basePath, options.baseUrl).href,
    wire: {
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      token: tokenSource(options.token),
      longestWaitMs: options.longestWaitMs ?? 60_000,
    },
    defaults: options.defaults ?? {},
  };
  const client: Given = {};
  for (const [id, route] of Object.entries<Route>(routes)) {
    const names = id.split(".");
    const last = names.pop() ?? "";
    let at = client;
    for (const name of names) at = (at[name] ??= {}) as Given;
    at[last] = methodOf(caller, route);
  }
  return client as unknown as Meridian;
}

function methodOf(caller: Caller, route: Route) {
  const stream = (input: Given, options: StreamOptions = {}) =>
    follow(caller.wire, prepare(caller.base, route, input), options);
  if (route.streams === "only") return stream;
  const call = (input: Given = {}, options: AnyOptions = {}) =>
    callOnce(caller, route, input, options);
  return Object.assign(call, {
    ...(route.streams && { stream }),
    ...(route.isPaged && {
      each: (input: Given = {}, options: CallOptions = {}) =>
        itemsOf((cursor) => call({ ...input, cursor }, options) as Promise<Page>),
    }),
  });
}

type Page = { items: unknown[]; nextCursor: string | null };

async function* itemsOf(read: (cursor: string | undefined) => Promise<Page>) {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await read(cursor);
    yield* page.items;
    cursor = page.nextCursor;
  }
}

async function callOnce(
  { base, wire, defaults }: Caller,
  route: Route,
  input: Given,
  options: AnyOptions,
): Promise<unknown> {
  const message = messageOf(prepare(base, route, input), route, {
    ...options,
    headers: { ...defaults.headers, ...options.headers },
  });
  const { status, headers, text } = await exchange(wire, message, { ...defaults, ...options });
  if (status === 304) return options.ifNoneMatch;
  if (text === "") return undefined;
  // A file is what it is.
  if (!headers.get("content-type")?.startsWith("application/json")) return text;
  return remember(JSON.parse(text) as unknown, { status, headers });
}

/** A POST is safe to repeat by its key, a change of what was seen by its precondition: the second arrival is refused. */
function messageOf(
  prepared: ReturnType<typeof prepare>,
  { takesKey = false }: Route,
  { headers, ifMatch, ifNoneMatch, idempotencyKey }: AnyOptions,
): Message {
  const isConditional = ifMatch !== undefined;
  return {
    ...prepared,
    headers: {
      ...(isConditional &&
        (ifMatch === null ? { "if-none-match": "*" } : { "if-match": etagOf(ifMatch) })),
      ...(ifNoneMatch && { "if-none-match": etagOf(ifNoneMatch) }),
      ...(takesKey && { "idempotency-key": idempotencyKey ?? crypto.randomUUID() }),
      ...headers,
    },
    isRepeatable: prepared.method === "GET" || takesKey || isConditional,
    isReplayed: takesKey,
  };
}
