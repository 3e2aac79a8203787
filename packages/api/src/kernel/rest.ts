import type { Scope } from "@meridian/db/scopes.ts";
import type { OpenApiMeta } from "trpc-openapi";

export type SuccessStatus = 200 | 201 | 202 | 204;

export type Keep = {
  /** `everybody`: the answer does not depend on who asks. `guests`: callers with a token may see more. */
  for: "everybody" | "guests";
  /** What makes the answer old: ids of products and variants, and `tags`. */
  tags: (output: never, input: never) => readonly string[];
  /** For how long at most: there is no event of a category, a collection or a region. */
  seconds: number;
};

/** Limits of requests per caller; `default` holds for all. */
export type LimitName = "default" | "checkout" | "payment" | "writing" | "voting";

/** `requests` in `seconds` are granted; `remaining` are left, and in `resetSeconds` there are more. */
export type TellLimit = (
  name: string,
  quota: { requests: number; seconds: number },
  standing: { remaining: number; resetSeconds: number },
) => void;

export type RestOptions = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`, with `{param}`s named as in the input. */
  path: `/${string}`;
  summary: string;
  description?: string;
  tag: string;
  /** Status of success; 200 unless told. */
  status?: SuccessStatus;
  /** Where the status depends on the outcome (201 placed, 202 needs another step); every one is documented. */
  statusOf?: { statuses: readonly SuccessStatus[]; of: (output: never) => SuccessStatus };
  /** Query parameters `<prefix>.<name>=value` that fill a record of the input: `{ option: "options" }`. */
  recordParams?: Record<string, string>;
  scope?: Scope;
  /** Instead of `scope`, where what a call is about decides which of the two it needs: the procedure asks for that one itself. */
  orScope?: Scope;
  /** Only for a user: who is signed in, or an application with the scope `account`, and `scope`, in their name. */
  user?: true;
  /** A user without the scope may call it too, and gets what is its own. */
  own?: true;
  /** The input's `expectedVersion` comes from If-Match; `required`: 428 without it. */
  ifMatch?: "required" | "optional";
  /**
   * Every POST takes an Idempotency-Key; `required` where money or stock moves: 400 without it. An input that has a field
   * `idempotencyKey` gets it there as well: over tRPC, whose batches share their headers, the key comes in it.
   */
  idempotencyKey?: "required" | "optional";
  /**
   * What a keyed call does: `transaction` (unless told) commits its effect and its answer together;
   * `flow` runs several transactions around a provider's call, and can be run again after a crash.
   */
  effect?: "transaction" | "flow";
  /** Cache-Control of a GET; `private, no-store` unless told. */
  cache?: string;
  /** Whether, and until what happens, every API process keeps the answer of this read. */
  keep?: Keep;
  /**
   * Where the ETag comes from: the output's `version`, so that it can be sent back as If-Match, or, where
   * the output has none, its bytes. `bytes` for an output that changes without its version (a product's stock).
   */
  etag?: "bytes";
  /**
   * Whether the version says all that there is to say: 304 is answered only then. For outputs that tell of
   * what has no part in their version, such as stock.
   */
  isCovered?: (output: never) => boolean;
  /** For 201: the Location of what was made, from the output. */
  location?: (output: never) => string;
  /**
   * What a host under overload takes it for: `money` is refused last, then `checkout`, and `watch` (it mostly
   * waits) first. Unless told, a mutation is a write and a query a read: writes are let in before reads.
   */
  rank?: "money" | "checkout" | "watch";
  /**
   * Of a GET: the subscription (`events.follow`) that answers who accepts `text/event-stream`. It has the same
   * input, with `after` as its cursor; Last-Event-ID wins over it. Each event's `type` is its name.
   */
  stream?: string;
  /**
   * A limit beside the one that holds for all, on both transports: by caller, or by the thing that the input's field `by`
   * names. Many guests may share an address; who has the id of a checkout is one.
   */
  limit?: { name: LimitName; by?: string };
  /**
   * Where this operation is to go: since when nobody should begin with it (RFC 9745), from when on it may be gone (RFC 8594),
   * and where to read what to do instead.
   */
  deprecated?: { since: string; sunset?: string; guide?: string };
  /** Reasons that this procedure may answer with, beyond the general ones: documented per status. */
  reasons?: readonly string[];
};

/** What REST needs to know beyond the OpenAPI meta. Read by the host, never by a service. */
export type Meta = OpenApiMeta & {
  rest?: RestOptions;
  /** Of a procedure without a REST face; with one it is declared there. */
  scope?: Scope;
};

/** Declares the REST face of a procedure, once. */
export function rest(options: RestOptions): Meta {
  return {
    rest: options.method === "POST" ? { idempotencyKey: "optional", ...options } : options,
    openapi: {
      method: options.method,
      path: options.path,
      summary: options.summary,
      tags: [options.tag],
      protect: options.scope !== undefined || options.user === true,
      ...(options.description === undefined ? {} : { description: options.description }),
    },
  };
}
