/**
 * The REST face: one native route per procedure that declares one, below /api/v1. Everything HTTP
 * promises is done here by what a procedure declares, never per endpoint.
 */
import type { RequestContext } from "@meridian/api/server.ts";
import { createCallerFactory } from "@meridian/api/server.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { acceptsJson } from "../../http/accept.ts";
import { parseJsonBody } from "../../http/json.ts";
import { underPrecondition } from "../../http/preconditions.ts";
import { notAcceptable, unsupportedEncoding } from "../../problem/refusals.ts";
import { readInput } from "./input.ts";
import { headerFields, operationsOf, type Operation } from "./operations.ts";
import { sendOutput } from "./success.ts";

export const restPrefix = "/api/v1";

export type RestDependencies = {
  router: AnyTRPCRouter;
  contextOf(request: FastifyRequest, reply: FastifyReply): RequestContext;
};

type Call = (input: unknown) => Promise<unknown>;

export async function restPlugin(app: FastifyInstance, deps: RestDependencies): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    /^application\/json\s*(?:;\s*charset=(?:utf-8|"utf-8")\s*)?$/i,
    { parseAs: "buffer" },
    async (_request: FastifyRequest, body: Buffer) => parseJsonBody(body),
  );
  app.addHook("onRequest", async (request) => {
    if (!acceptsJson(request.headers.accept)) throw notAcceptable();
    if (isEncoded(request)) throw unsupportedEncoding();
  });
  const createCaller = createCallerFactory(deps.router as never) as (
    ctx: RequestContext,
  ) => unknown;
  for (const operation of operationsOf(deps.router)) {
    app.route({
      method: operation.rest.method,
      url: operation.rest.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      handler: handlerOf(operation, deps, createCaller),
    });
  }
}

function handlerOf(
  operation: Operation,
  deps: RestDependencies,
  createCaller: (ctx: RequestContext) => unknown,
): RouteHandlerMethod {
  const path = operation.procedure.split(".");
  return async (request, reply) => {
    const { input, precondition } = readInput(operation, request);
    const ctx = deps.contextOf(request, reply);
    const call = path.reduce<unknown>(
      (caller, name) => (caller as Record<string, unknown>)[name],
      createCaller(ctx),
    ) as Call;
    const answer =
      precondition === null
        ? call(input)
        : underPrecondition(precondition, (expectedVersion) =>
            call({ ...input, [headerFields.ifMatch]: expectedVersion }),
          );
    // A stored refusal is marked as well as a stored success.
    const output = await answer.finally(() => {
      if (ctx.reply.isReplayed) reply.header("idempotency-replayed", "true");
    });
    return sendOutput(operation, request, reply, output);
  };
}

function isEncoded(request: FastifyRequest): boolean {
  const coding = request.headers["content-encoding"];
  return coding !== undefined && coding !== "identity";
}
