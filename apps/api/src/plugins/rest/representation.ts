import { defaultLanguage, type RestOptions } from "@meridian/api/server.ts";
import { bytesTag, versionTag } from "../../http/etag.ts";
import { deprecationOf } from "./deprecation.ts";
import type { Operation } from "./operations.ts";

/** An output as bytes, with what HTTP says of it beyond them. */
export type Representation = {
  /** JSON. */
  body: Buffer;
  etag: string;
  surrogateKeys: string;
  nextCursor: string | undefined;
  /** What its words are in; absent where it has none of the shop's. */
  language: string | undefined;
};

/** @param tags what makes the answer old, where it is kept: a cache in front can go by the same */
export function represent(
  operation: Operation,
  input: unknown,
  output: unknown,
  tags: readonly string[] = [],
): Representation {
  const body = Buffer.from(JSON.stringify(output));
  const { nextCursor } = (output ?? {}) as { nextCursor?: unknown };
  return {
    body,
    etag: tagOf(operation.rest, output, body),
    surrogateKeys: surrogateKeys(operation, output, tags),
    nextCursor: typeof nextCursor === "string" ? nextCursor : undefined,
    language: languageOf(operation, input, output),
  };
}

/** What has a language of its own says so; other words are in the one that was asked for. */
function languageOf({ fields }: Operation, input: unknown, output: unknown): string | undefined {
  const own = (output as { language?: unknown } | null)?.language;
  if (typeof own === "string") return own;
  if (!fields.has("language")) return undefined;
  const { language = defaultLanguage } = (input ?? {}) as { language?: string };
  return language;
}

type Asked = { url: string; headers: { authorization?: string | undefined } };

/** Headers of a success, by what the operation declares and the representation says. */
export function headersOf(
  { rest }: Operation,
  { etag, surrogateKeys, nextCursor, language }: Omit<Representation, "body">,
  { url, headers }: Asked,
): Record<string, string> {
  const { "cache-control": cacheControl, vary } = cachingOf(rest, headers.authorization);
  const { link, ...deprecation } = deprecationOf(rest);
  const links = [link, nextCursor === undefined ? undefined : nextLink(url, nextCursor)];
  const given = links.filter((one) => one !== undefined);
  return {
    "cache-control": cacheControl,
    vary,
    etag,
    ...(language !== undefined && { "content-language": language }),
    ...deprecation,
    ...(isShared(cacheControl) && { "surrogate-key": surrogateKeys }),
    ...(given.length > 0 && { link: given.join(", ") }),
  };
}

/** @param authorization who asks with a token may be told more: only answers that are the same for everybody stay public */
export function cachingOf(
  rest: RestOptions,
  authorization: string | undefined,
): { "cache-control": string; vary: string } {
  const cache = (rest.method === "GET" ? rest.cache : undefined) ?? "private, no-store";
  // An answer that shared caches may keep is the same for everybody.
  if (isShared(cache)) return { "cache-control": cache, vary: "Accept-Encoding" };
  const ownCache = authorization === undefined ? cache : cache.replace("public", "private");
  return { "cache-control": ownCache, vary: "Accept-Encoding, Authorization" };
}

function isShared(cacheControl: string): boolean {
  return cacheControl.includes("s-maxage");
}

function tagOf(rest: RestOptions, output: unknown, body: Buffer): string {
  const version = (output as { version?: unknown } | null)?.version;
  return rest.etag !== "bytes" && typeof version === "number"
    ? versionTag(version)
    : bytesTag(body);
}

/** Proxies have 4 KB for a whole head. */
const maxKeysLength = 2_000;

/**
 * What a cache in front may purge this answer by: the capability, each thing that is in it, and what makes it old. Long lists
 * do without the ids of variants: their products' stand for them.
 */
function surrogateKeys(
  { capability }: Operation,
  output: unknown,
  tags: readonly string[],
): string {
  const { id, items } = (output ?? {}) as { id?: unknown; items?: unknown };
  const things = [{ id }, ...(Array.isArray(items) ? (items as { id?: unknown }[]) : [])];
  const ids = things.flatMap((thing) => (typeof thing.id === "string" ? [thing.id] : []));
  const join = (kept: readonly string[]) => [...new Set([capability, ...ids, ...kept])].join(" ");
  const all = join(tags);
  return all.length <= maxKeysLength ? all : join(tags.filter((tag) => !tag.includes("_")));
}

/** RFC 8288: the same list, from the next cursor on. */
function nextLink(url: string, cursor: string): string {
  const [path = "", query = ""] = url.split("?", 2);
  const others = query.split("&").filter((pair) => pair !== "" && !pair.startsWith("cursor="));
  return `<${[path, [...others, `cursor=${encodeURIComponent(cursor)}`].join("&")].join("?")}>; rel="next"`;
}
