import type { FastifyInstance } from "fastify";

/** One line per answer. The route's template, not the address: ids in it are keys. */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? "unmatched",
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 100) / 100,
      },
      "answered",
    );
    done();
  });
}
