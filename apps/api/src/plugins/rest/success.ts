import type { RestOptions } from "@meridian/api/server.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { bytesTag, isNotModified, versionTag } from "../../http/etag.ts";
import type { Operation } from "./operations.ts";

const privately = "private, no-store";

/** Answers with a procedure's output: status, validators, caching and links as the operation declares them. */
export function sendOutput(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  output: unknown,
): FastifyReply {
  const { rest } = operation;
  const isRead = rest.method === "GET";
  const status = rest.statusOf?.of(output as never) ?? rest.status ?? 200;
  const cache = (isRead ? rest.cache : undefined) ?? privately;
  reply.header("cache-control", cache);
  // An answer that shared caches may keep is the same for everybody.
  const isShared = cache.includes("s-maxage");
  reply.header("vary", isShared ? "Accept-Encoding" : "Accept-Encoding, Authorization");
  if (status === 204) return reply.code(204).send();

  const body = JSON.stringify(output);
  const etag = tagOf(rest, output, body);
  reply.header("etag", etag);
  if (isShared) reply.header("surrogate-key", surrogateKeys(operation, output));
  const next = nextLink(request, output);
  if (next !== undefined) reply.header("link", next);
  const isCovered = rest.isCovered?.(output as never) ?? true;
  if (isRead && isCovered && isNotModified(request.headers["if-none-match"], etag)) {
    return reply.code(304).send();
  }
  const location = status === 201 ? rest.location?.(output as never) : undefined;
  if (location) reply.header("location", location);
  return reply.code(status).type("application/json; charset=utf-8").send(body);
}

function tagOf(rest: RestOptions, output: unknown, body: string): string {
  const version = (output as { version?: unknown } | null)?.version;
  return rest.etag !== "bytes" && typeof version === "number"
    ? versionTag(version)
    : bytesTag(body);
}

/** What a cache in front may purge this answer by: the capability, and each thing that is in it. */
function surrogateKeys({ capability }: Operation, output: unknown): string {
  const { id, items } = output as { id?: unknown; items?: unknown };
  const things = [{ id }, ...(Array.isArray(items) ? (items as { id?: unknown }[]) : [])];
  const ids = things.flatMap((thing) => (typeof thing.id === "string" ? [thing.id] : []));
  return [capability, ...ids].join(" ");
}

/** RFC 8288: the same list, from the next cursor on. */
function nextLink(request: FastifyRequest, output: unknown): string | undefined {
  const cursor = (output as { nextCursor?: unknown } | null)?.nextCursor;
  if (typeof cursor !== "string") return undefined;
  const [path = "", query = ""] = request.url.split("?", 2);
  const others = query.split("&").filter((pair) => pair !== "" && !pair.startsWith("cursor="));
  return `<${[path, [...others, `cursor=${encodeURIComponent(cursor)}`].join("&")].join("?")}>; rel="next"`;
}
