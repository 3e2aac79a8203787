import type { FastifyInstance } from "fastify";
import { traceparentOf } from "../context.ts";
import { maxUrlBytes, noHost, urlTooLong } from "../problem/refusals.ts";

const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** What every answer carries, errors included: its request id, the trace, and what keeps browsers careful. */
export function addHeaders(app: FastifyInstance, isClosing: () => boolean): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(always).header("x-request-id", request.id);
    const traceparent = traceparentOf(request);
    if (traceparent !== undefined) reply.header("traceparent", traceparent);
    if (request.protocol === "https") {
      reply.header("strict-transport-security", "max-age=31536000");
    }
    // A connection that is kept would hold up the stop.
    if (isClosing()) reply.header("connection", "close");
    if (request.url.length > maxUrlBytes) done(urlTooLong());
    else if (request.headers.host === undefined && request.raw.httpVersion === "1.1")
      done(noHost());
    else done();
  });
}
