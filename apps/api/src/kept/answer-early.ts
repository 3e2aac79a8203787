import type { FastifyInstance, FastifyRequest } from "fastify";
import { acceptsJson } from "../http/accept.ts";
import type { Answers } from "./answers.ts";

/**
 * Answers what is kept before anything else is asked of the request. Only what is as plain as reads are:
 * everything that could be refused, or be answered otherwise, goes the whole way.
 */
export function answerEarly(app: FastifyInstance, answers: Answers): void {
  app.addHook("onRequest", (request, reply, done) => {
    const answer = isPlainRead(request) ? answers.find(request.url) : undefined;
    if (answer === undefined) done();
    else answer.send(request, reply);
  });
}

function isPlainRead({ method, headers }: FastifyRequest): boolean {
  return (
    method === "GET" &&
    headers.authorization === undefined &&
    headers["content-length"] === undefined &&
    headers["transfer-encoding"] === undefined &&
    headers["content-encoding"] === undefined &&
    headers["trpc-accept"] === undefined &&
    acceptsJson(headers.accept)
  );
}
