import type { RestOptions } from "@meridian/api/server.ts";
import { bytesTag, versionTag } from "../../http/etag.ts";
import type { Operation } from "./operations.ts";

/** An output as bytes, with what HTTP says of it beyond them. */
export type Representation = {
  /** JSON. */
  body: Buffer;
  etag: string;
  surrogateKeys: string;
  nextCursor: string | undefined;
};

export function represent(operation: Operation, output: unknown): Representation {
  const body = Buffer.from(JSON.stringify(output));
  const { nextCursor } = (output ?? {}) as { nextCursor?: unknown };
  return {
    body,
    etag: tagOf(operation.rest, output, body),
    surrogateKeys: surrogateKeys(operation, output),
    nextCursor: typeof nextCursor === "string" ? nextCursor : undefined,
  };
}

/** Headers of a success, by what the operation declares and the representation says. */
export function headersOf(
  { rest }: Operation,
  { etag, surrogateKeys, nextCursor }: Omit<Representation, "body">,
  url: string,
): Record<string, string> {
  const { "cache-control": cacheControl, vary } = cachingOf(rest);
  return {
    "cache-control": cacheControl,
    vary,
    etag,
    ...(isShared(cacheControl) && { "surrogate-key": surrogateKeys }),
    ...(nextCursor !== undefined && { link: nextLink(url, nextCursor) }),
  };
}

export function cachingOf(rest: RestOptions): { "cache-control": string; vary: string } {
  const cache = (rest.method === "GET" ? rest.cache : undefined) ?? "private, no-store";
  // An answer that shared caches may keep is the same for everybody.
  const vary = isShared(cache) ? "Accept-Encoding" : "Accept-Encoding, Authorization";
  return { "cache-control": cache, vary };
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

/** What a cache in front may purge this answer by: the capability, and each thing that is in it. */
function surrogateKeys({ capability }: Operation, output: unknown): string {
  const { id, items } = (output ?? {}) as { id?: unknown; items?: unknown };
  const things = [{ id }, ...(Array.isArray(items) ? (items as { id?: unknown }[]) : [])];
  const ids = things.flatMap((thing) => (typeof thing.id === "string" ? [thing.id] : []));
  return [capability, ...ids].join(" ");
}

/** RFC 8288: the same list, from the next cursor on. */
function nextLink(url: string, cursor: string): string {
  const [path = "", query = ""] = url.split("?", 2);
  const others = query.split("&").filter((pair) => pair !== "" && !pair.startsWith("cursor="));
  return `<${[path, [...others, `cursor=${encodeURIComponent(cursor)}`].join("&")].join("?")}>; rel="next"`;
}
