import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const requestHeaders = [
  "Authorization",
  "Content-Type",
  "If-Match",
  "If-None-Match",
  "Idempotency-Key",
  "Last-Event-ID",
  "X-Request-Id",
  "traceparent",
].join(", ");

const responseHeaders = [
  "ETag",
  "Link",
  "Location",
  "Retry-After",
  "Deprecation",
  "Sunset",
  "RateLimit",
  "RateLimit-Policy",
  "Idempotency-Replayed",
  "X-Request-Id",
  "traceparent",
].join(", ");

/** What lets a page of any origin read an answer, name after value. */
export const publicHeaders = [
  "access-control-allow-origin",
  "*",
  "access-control-expose-headers",
  responseHeaders,
];

/**
 * Lets pages of every origin use the REST face, without credentials: it knows no cookie, so a page can do
 * there only what anybody can. tRPC carries the shop's cookie and answers to the shop's own origins alone.
 */
export function addCors(app: FastifyInstance, webOrigins: readonly string[]): void {
  app.addHook("onRequest", (request, reply, done) => {
    const { origin } = request.headers;
    if (origin !== undefined) allow(request, reply, origin);
    done();
  });

  function allow(request: FastifyRequest, reply: FastifyReply, origin: string): void {
    if (request.url.startsWith("/api/") || request.url.startsWith("/media/")) {
      reply.header("access-control-allow-origin", "*");
    } else if (request.url.startsWith("/trpc/") && webOrigins.includes(origin)) {
      reply.headers({
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        vary: "Origin",
      });
    } else {
      return;
    }
    reply.header("access-control-expose-headers", responseHeaders);
    if (request.headers["access-control-request-method"] === undefined) return;
    reply.headers({
      "access-control-allow-headers": requestHeaders,
      "access-control-max-age": "7200",
    });
  }
}
