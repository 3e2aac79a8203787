import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { explain, HttpRefusal } from "./refusals.ts";
import { problemMediaType, problemOf } from "./problem.ts";

/** Every error of every route, Fastify's own included, leaves as one problem document. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new HttpRefusal("request.not_found", "There is nothing at this address."),
      request,
      reply,
    ),
  );
}

export function sendProblem(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { error, headers } = explain(thrown, request.id);
  if (error.status === 500) request.log.error({ err: thrown }, "request failed");
  return reply
    .code(error.status)
    .headers({ "cache-control": "no-store", ...headers })
    .type(problemMediaType)
    .send(JSON.stringify(problemOf(error, request)));
}
