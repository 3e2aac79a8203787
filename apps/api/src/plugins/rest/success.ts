import type { FastifyReply, FastifyRequest } from "fastify";
import { isNotModified } from "../../http/etag.ts";
import type { Operation } from "./operations.ts";
import { cachingOf, headersOf, represent } from "./representation.ts";

export const jsonMediaType = "application/json; charset=utf-8";

/** Answers with a procedure's output: status, validators, caching and links as the operation declares them. */
export function sendOutput(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  input: unknown,
  output: unknown,
): FastifyReply {
  const { rest } = operation;
  const status = rest.statusOf?.of(output as never) ?? rest.status ?? 200;
  if (status === 204) return reply.code(204).headers(cachingOf(rest, undefined)).send();
  const representation = represent(operation, input, output);
  reply.headers(headersOf(operation, representation, request));
  const isRead = rest.method === "GET";
  const isCovered = rest.isCovered?.(output as never) ?? true;
  if (isRead && isCovered && isNotModified(request.headers["if-none-match"], representation.etag)) {
    return reply.code(304).send();
  }
  const location = status === 201 ? rest.location?.(output as never) : undefined;
  if (location) reply.header("location", location);
  return reply.code(status).type(jsonMediaType).send(representation.body);
}
