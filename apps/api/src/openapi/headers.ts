const text = (description: string, example: string) => ({
  description,
  schema: { type: "string" },
  example,
});

/** Headers of answers, by name; operations refer to them. */
export const responseHeaders = {
  "X-Request-Id": text(
    "Names the request in the logs; send your own to have it used",
    "order-4711",
  ),
  ETag: text("Validator of the representation; send it back as If-Match or If-None-Match", '"3"'),
  "Cache-Control": text("How long the answer may be used again", "private, no-store"),
  Vary: text("Request headers that the answer depends on", "Accept-Encoding"),
  "Content-Language": text("What titles, texts and labels in it are in", "de"),
  Location: text("Where the new resource is", "/api/v1/carts/cart_01jv3ge8k2zt5y9m4n7q6r8s0w"),
  Link: text("`rel=next`: the next page", '</api/v1/products?cursor=WzFd>; rel="next"'),
  "Retry-After": text("Seconds to wait before trying again", "1"),
  "RateLimit-Policy": text(
    "Quotas that the request counts for: `q` requests in `w` seconds",
    '"default";q=20000;w=10',
  ),
  RateLimit: text(
    "What is left of them: `r` requests; in `t` seconds there is more",
    '"default";r=19874;t=7',
  ),
  Deprecation: text("Since when nobody should begin to use this (RFC 9745)", "@1798761600"),
  Sunset: text("From when on this may be gone (RFC 8594)", "Sat, 01 Jan 2028 00:00:00 GMT"),
  "Access-Control-Allow-Origin": text("Pages of every origin may read the answer", "*"),
  "WWW-Authenticate": text("What kind of token is asked for", "Bearer"),
  "Idempotency-Replayed": text("`true`: this is the stored answer to an earlier request", "true"),
} as const;

/** What each answer has; limits are told of once it is known who asks, the origin where a page asks. */
export const ofEveryAnswer = [
  "X-Request-Id",
  "RateLimit-Policy",
  "RateLimit",
  "Access-Control-Allow-Origin",
] as const;

export function headersNamed(names: readonly string[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** Headers of requests that stand for fields of an input. */
export const requestHeaders = {
  IfMatch: {
    name: "If-Match",
    in: "header",
    required: true,
    description: "The ETag that you last saw. Without it: 428. Changed since: 412 with `current`.",
    schema: { type: "string" },
    example: '"3"',
  },
  IfMatchOptional: {
    name: "If-Match",
    in: "header",
    description: "The ETag that you last saw. Changed since: 412 with `current`.",
    schema: { type: "string" },
    example: '"3"',
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    description: "The ETag that you have. Unchanged since: 304 without a body.",
    schema: { type: "string" },
    example: '"3"',
  },
  LastEventId: {
    name: "Last-Event-ID",
    in: "header",
    description: "Of a stream: id of the last event that was seen. Wins over `after`.",
    schema: { type: "string" },
    example: "3f2a9c1b7d40:4711",
  },
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    description:
      "New for each intent, the same for each retry of it. The first answer is given again for at least 24 hours.",
    schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
    example: "7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9",
  },
  IdempotencyKeyOptional: {
    name: "Idempotency-Key",
    in: "header",
    description: "The same for each retry of one intent: the first answer is given again.",
    schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
    example: "7f0c2c6e-3a52-4d1b-9c64-51f2a7c0e8d9",
  },
} as const;
