import {
  DomainError,
  WatchInput,
  fieldErrors,
  maxTopics,
  publicError,
  type LiveHub,
} from "@meridian/api/server.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { pingMs, restDialect, trpcDialect } from "./dialects.ts";
import { SseStream, type SseDialect } from "./sse-stream.ts";

export type LiveOptions = {
  hub: LiveHub;
  /** How long a drain spreads the end of the streams. */
  drainMs: number;
};

/**
 * The live streams, raw: `/trpc/live.watch` speaks tRPC's wire format, `/api/v1/live` plain SSE. Both
 * are the procedure `live.watch`, without its producer's 150 microseconds per delivery.
 */
export const livePlugin = fp<LiveOptions>(
  async (server, { hub, drainMs }) => {
    const streams = new Set<SseStream>();
    const pings = setInterval(() => streams.forEach((stream) => stream.ping()), pingMs).unref();

    const open = async (
      request: FastifyRequest,
      reply: FastifyReply,
      input: WatchInput,
      dialect: SseDialect,
    ) => {
      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      });
      const stream = new SseStream(reply.raw, dialect);
      streams.add(stream);
      const closed = new Promise<void>((resolve) => reply.raw.once("close", resolve));
      void closed.then(() => streams.delete(stream));
      try {
        const leave = await hub.watch({ topics: input.topics, after: input.lastEventId }, stream);
        void closed.then(leave);
      } catch (err) {
        // The answer has begun: all that is left is to end it. The client comes back.
        request.log.warn({ err }, "live: snapshots could not be read");
        stream.end();
      }
    };

    registerRest(server, open);
    registerTrpc(server, open);

    server.addHook("preClose", () => hub.drain(drainMs));
    server.addHook("onClose", () => {
      clearInterval(pings);
      hub.stop();
    });
  },
  { name: "live", fastify: "5.x" },
);

type Open = (
  request: FastifyRequest,
  reply: FastifyReply,
  input: WatchInput,
  dialect: SseDialect,
) => Promise<void>;

type StreamQuery = { topics?: string | string[]; after?: string };

function registerRest(server: FastifyInstance, open: Open): void {
  server.get<{ Querystring: StreamQuery }>("/api/v1/live", async (request, reply) => {
    const topics = [request.query.topics ?? []]
      .flat()
      .flatMap((list) => list.split(","))
      .filter(Boolean);
    if (topics.length > maxTopics) {
      throw new DomainError("invalid", "live.too_many_topics", {
        message: `A stream carries at most ${maxTopics} topics.`,
        details: { max: maxTopics },
      });
    }
    const lastEventId = lastEventIdOf(request) ?? request.query.after;
    await open(request, reply, parse({ topics, lastEventId }), restDialect());
  });
}

function registerTrpc(server: FastifyInstance, open: Open): void {
  server.get<{ Querystring: { input?: string; lastEventId?: string } }>(
    "/trpc/live.watch",
    async (request, reply) => {
      let input: WatchInput;
      try {
        const sent: unknown = JSON.parse(request.query.input ?? "{}");
        const lastEventId = lastEventIdOf(request) ?? request.query.lastEventId;
        input = parse({ ...(sent as object), ...(lastEventId && { lastEventId }) });
      } catch (error) {
        const problem = publicError(
          error instanceof SyntaxError ? malformed([]) : error,
          String(request.id),
        );
        const data = {
          code: "BAD_REQUEST",
          httpStatus: problem.status,
          path: "live.watch",
          problem,
        };
        return reply
          .status(problem.status)
          .send({ error: { message: problem.message, code: -32600, data } });
      }
      await open(request, reply, input, trpcDialect);
    },
  );
}

/** The header wins: it is where a browser that reconnects by itself tells how far it came. */
function lastEventIdOf(request: FastifyRequest): string | undefined {
  const header = request.headers["last-event-id"];
  return typeof header === "string" && header !== "" ? header : undefined;
}

function parse(input: unknown): WatchInput {
  const result = WatchInput.safeParse(input);
  if (result.success) return result.data;
  throw malformed(fieldErrors(result.error));
}

function malformed(errors: ReturnType<typeof fieldErrors>): DomainError {
  return new DomainError("malformed", "request.invalid_input", {
    message: "The input does not have the right shape.",
    errors,
  });
}
