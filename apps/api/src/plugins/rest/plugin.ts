/**
 * The REST face: one native route per procedure that declares one, below /api/v1. Everything HTTP
 * promises is done here by what a procedure declares, never per endpoint.
 */
import type { RequestContext } from "@meridian/api/server.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { acceptsEventStream, acceptsJson } from "../../http/accept.ts";
import { parseJsonBody } from "../../http/json.ts";
import { underPrecondition } from "../../http/preconditions.ts";
import { Answer } from "../../kept/answer.ts";
import type { Kept } from "../../kept/kept.ts";
import { notAcceptable, unsupportedEncoding } from "../../problem/refusals.ts";
import { callOperation, callSubscription } from "./call.ts";
import { deprecationOf } from "./deprecation.ts";
import { readInput } from "./input.ts";
import { headerFields, operationsOf, type Operation } from "./operations.ts";
import { headersOf } from "./representation.ts";
import { SubscriptionStreams } from "./subscription-streams.ts";
import { jsonMediaType, sendOutput } from "./success.ts";

export const restPrefix = "/api/v1";

/** Of a request: who asks, and all that their procedure needs. */
const context = "restContext";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The subscription that answers who accepts an event stream. */
    stream?: string | undefined;
  }
}

export type RestDependencies = {
  router: AnyTRPCRouter;
  kept: Kept;
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
};

export async function restPlugin(app: FastifyInstance, deps: RestDependencies): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    /^application\/json\s*(?:;\s*charset=(?:utf-8|"utf-8")\s*)?$/i,
    { parseAs: "buffer" },
    async (_request: FastifyRequest, body: Buffer) => parseJsonBody(body),
  );
  app.decorateRequest(context, null);
  const streams = new SubscriptionStreams(app);
  for (const operation of operationsOf(deps.router)) {
    const deprecation = deprecationOf(operation.rest);
    app.route({
      // Who asks, and whether they may ask more, before a body is read.
      async onRequest(request, reply) {
        if (operation.rest.deprecated !== undefined) reply.headers(deprecation);
        request.setDecorator(context, await deps.contextOf(request, reply));
        const { accept } = request.headers;
        if (!acceptsJson(accept) && !isStreamWanted(request)) throw notAcceptable();
        if (isEncoded(request)) throw unsupportedEncoding();
      },
      method: operation.rest.method,
      url: operation.rest.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      config: { stream: operation.rest.stream },
      handler:
        operation.rest.stream !== undefined
          ? streamingHandlerOf(operation, operation.rest.stream, streams, deps)
          : operation.rest.keep === undefined
            ? handlerOf(operation, deps)
            : keptHandlerOf(operation, deps),
    });
  }
}

function isStreamWanted({ headers, routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.stream !== undefined && acceptsEventStream(headers.accept);
}

/** The same read as a stream, for who accepts one. */
function streamingHandlerOf(
  operation: Operation,
  subscription: string,
  streams: SubscriptionStreams,
  deps: RestDependencies,
): RouteHandlerMethod {
  const answerJson = handlerOf(operation, deps);
  return async function handle(request, reply) {
    if (!isStreamWanted(request)) return answerJson.call(this, request, reply);
    const { input } = readInput(operation, request);
    const ctx = request.getDecorator<RequestContext>(context);
    return streams.open(request, reply, (lastEventId, signal) =>
      callSubscription(deps.router, subscription, ctx, { ...input, lastEventId }, signal),
    );
  };
}

function handlerOf(operation: Operation, deps: RestDependencies): RouteHandlerMethod {
  return async (request, reply) => {
    const { input, idempotencyKey, precondition } = readInput(operation, request);
    const ctx = request.getDecorator<RequestContext>(context);
    ctx.idempotencyKey = idempotencyKey;
    // Who waits for news stops waiting when nobody is there any more to get them.
    const signal = operation.rest.rank === "watch" ? closing(reply) : undefined;
    const answer =
      precondition === null
        ? callOperation(deps.router, operation, ctx, input, signal)
        : underPrecondition(precondition, (expectedVersion) =>
            callOperation(deps.router, operation, ctx, {
              ...input,
              [headerFields.ifMatch]: expectedVersion,
            }),
          );
    // A stored refusal is marked as well as a stored success.
    const output = await answer.finally(() => {
      if (ctx.reply.isReplayed) reply.header("idempotency-replayed", "true");
    });
    return sendOutput(operation, request, reply, input, output);
  };
}

/** The same for a read whose answers are kept. */
function keptHandlerOf(operation: Operation, deps: RestDependencies): RouteHandlerMethod {
  const { router, kept } = deps;
  return async (request, reply) => {
    const { input } = readInput(operation, request);
    const ctx = request.getDecorator<RequestContext>(context);
    const call = () => callOperation(router, operation, ctx, input);
    const reading = await kept.operations.read(operation, ctx.actor, input, call);
    if (reading === undefined) return sendOutput(operation, request, reply, input, await call());
    const { body, etag } = reading;
    const headers = headersOf(operation, reading, request);
    const route = request.routeOptions.url ?? "";
    const answer = new Answer([reading], {
      route,
      headers,
      contentType: jsonMediaType,
      body,
      etag,
      isForEverybody: operation.rest.keep?.for === "everybody",
    });
    kept.answers.remember(request.url, answer);
    return answer.send(request, reply);
  };
}

function closing({ raw }: FastifyReply): AbortSignal {
  const closed = new AbortController();
  raw.once("close", () => closed.abort());
  return closed.signal;
}

function isEncoded(request: FastifyRequest): boolean {
  const coding = request.headers["content-encoding"];
  return coding !== undefined && coding !== "identity";
}
