/**
 * A reply as the Redis connection hands it over: bytes for every kind of string, a decimal *string*
 * for an integer (exact beyond 2^53), null, an error, or a list of these.
 */
export type Reply = Buffer | string | null | Error | Reply[];

const OK = Buffer.from("OK");

/**
 * Encodes a reply as Upstash does. With `base64`, strings are base64 of their bytes, except a bare
 * `OK`: `@upstash/redis` looks for it unencoded (and no base64 text equals "OK").
 * @returns JSON text
 */
export function encodeReply(reply: Reply, isBase64: boolean): string {
  if (Buffer.isBuffer(reply) && reply.length === OK.length && reply.equals(OK)) return '"OK"';
  return encodeNested(reply, isBase64);
}

function encodeNested(reply: Reply, isBase64: boolean): string {
  if (reply === null) return "null";
  if (typeof reply === "string") return reply;
  if (Buffer.isBuffer(reply)) {
    return isBase64 ? `"${reply.toString("base64")}"` : JSON.stringify(reply.toString("utf8"));
  }
  if (reply instanceof Error) return encodeNested(Buffer.from(reply.message), isBase64);
  let json = "[";
  for (let index = 0; index < reply.length; index++) {
    if (index > 0) json += ",";
    json += encodeNested(reply[index] ?? null, isBase64);
  }
  return `${json}]`;
}

/** One answer of `/`, `/pipeline` or `/multi-exec`: `{"result":...}` or `{"error":"..."}`. */
export function encodeAnswer(reply: Reply, isBase64: boolean): string {
  return reply instanceof Error
    ? `{"error":${JSON.stringify(reply.message)}}`
    : `{"result":${encodeReply(reply, isBase64)}}`;
}
