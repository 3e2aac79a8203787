import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { traceparentOf } from "../context.ts";
import { maxUrlBytes, noHost, urlTooLong } from "../problem/refusals.ts";

/** What keeps browsers careful. */
export const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** What is a request's own in every answer, errors included: its id, its trace; name after value. */
export function ownHeadersOf(
  request: Pick<IncomingMessage, "headers">,
  requestId: string,
  isSecure: boolean,
): string[] {
  const own = ["x-request-id", requestId];
  const traceparent = traceparentOf(request);
  if (traceparent !== undefined) own.push("traceparent", traceparent);
  if (isSecure) own.push("strict-transport-security", "max-age=31536000");
  return own;
}

export function addHeaders(app: FastifyInstance, isClosing: () => boolean): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(always);
    const own = ownHeadersOf(request, request.id, request.protocol === "https");
    for (let at = 0; at < own.length; at += 2) reply.header(own[at] ?? "", own[at + 1]);
    // A connection that is kept would hold up the stop.
    if (isClosing()) reply.header("connection", "close");
    if (request.url.length > maxUrlBytes) done(urlTooLong());
    else if (request.headers.host === undefined && request.raw.httpVersion === "1.1")
      done(noHost());
    else done();
  });
}
