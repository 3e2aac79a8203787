import { publicError, toTRPCError, refusalOf, type RequestContext } from "@meridian/api/server.ts";
import { TRPCError, type AnyTRPCRouter } from "@trpc/server";
import { fastifyRequestHandler } from "@trpc/server/adapters/fastify";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Kept } from "../kept/kept.ts";
import { keptQueries } from "../kept/trpc-queries.ts";
import { explain } from "../problem/refusals.ts";
import { trpcDialect } from "./live/dialects.ts";
import { trpcInput } from "./live/input.ts";
import type { LiveStreams } from "./live/streams.ts";

export type TrpcDependencies = {
  router: AnyTRPCRouter;
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
  streams: LiveStreams;
  kept: Kept;
};

/** One request is one piece of work to the gate, so it is no more than a page asks for at once. */
const maxBatchCalls = 20;

/** The storefront's face: tRPC over HTTP, batching on. Its errors have tRPC's envelope wherever they come from. */
export async function trpcPlugin(app: FastifyInstance, deps: TrpcDependencies): Promise<void> {
  app.removeAllContentTypeParsers();
  // tRPC reads the text itself, once per batch.
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((thrown, request, reply) => {
    const { error, headers } = explain(thrown, request.id);
    if (error.status === 500) request.log.error({ err: thrown }, "request failed");
    const code =
      error.status === 500
        ? "INTERNAL_SERVER_ERROR"
        : thrown instanceof TRPCError
          ? thrown.code
          : "BAD_REQUEST";
    const data = { code, httpStatus: error.status, problem: error };
    const body = { error: { message: error.message, code: TRPC_ERROR_CODES_BY_KEY[code], data } };
    return reply.code(error.status).headers(headers).send(body);
  });
  app.get("/live.watch", { exposeHeadRoute: false }, async (request, reply) => {
    const ctx = await deps.contextOf(request, reply);
    return deps.streams.open(request, reply, trpcInput(request), trpcDialect, ctx);
  });
  const findKept = keptQueries({ ...deps, maxBatchCalls });
  app.all("/:path", async (request, reply) => {
    const kept = await findKept(request, reply);
    if (kept !== undefined) return kept.send(request, reply);
    reply.headers({ "cache-control": "private, no-store", vary: "Accept-Encoding" });
    await fastifyRequestHandler({
      router: deps.router,
      req: request,
      res: reply,
      path: (request.params as { path: string }).path,
      maxBatchSize: maxBatchCalls,
      createContext: () => contextOrRefusal(deps, request, reply),
      onError: ({ error, path }) => {
        if (publicError(error).status === 500) {
          request.log.error({ err: error, procedure: path }, "procedure failed");
        }
      },
    });
    return reply;
  });
}

/** tRPC takes the status of what fails here from the error's code alone. */
async function contextOrRefusal(
  deps: TrpcDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  try {
    return await deps.contextOf(request, reply);
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal === undefined ? error : toTRPCError(refusal);
  }
}
