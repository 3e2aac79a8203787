import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { isTrackedEnvelope } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pingMs, restDialect } from "../live/dialects.ts";

type Begin = (
  lastEventId: string | undefined,
  signal: AbortSignal,
) => Promise<AsyncIterable<unknown>>;

/**
 * Subscriptions as server-sent events, written no faster than they are read: what a slow reader has not
 * taken is not asked for. For feeds of few readers; topics with thousands of watchers have a writer of their own.
 */
export class SubscriptionStreams {
  readonly #open = new Set<AbortController>();

  constructor(app: FastifyInstance) {
    app.drain.onDrain((overMs) => this.#end(overMs));
    app.addHook("preClose", async () => this.#end(0));
  }

  /** @throws what the subscription refuses, as an answer of its own */
  async open(request: FastifyRequest, reply: FastifyReply, begin: Begin): Promise<FastifyReply> {
    const ended = new AbortController();
    const { raw } = reply;
    raw.once("close", () => ended.abort());
    const lastEventId = request.headers["last-event-id"];
    const events = await begin(
      lastEventId === "" ? undefined : lastEventId?.toString(),
      ended.signal,
    );
    reply.headers({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    if (request.method === "HEAD") return reply.send();
    reply.hijack();
    raw.writeHead(200, reply.getHeaders() as Record<string, string>);
    this.#open.add(ended);
    try {
      await write(raw, events, ended.signal);
    } catch (err) {
      // The answer has begun: all that is left is to end it, and the client resumes.
      if (!ended.signal.aborted) request.log.warn({ err }, "a stream ended early");
    } finally {
      this.#open.delete(ended);
      ended.abort();
      raw.end();
    }
    return reply;
  }

  /** One after the other, so that clients do not come back all at once. */
  async #end(overMs: number): Promise<void> {
    const all = [...this.#open];
    for (const one of all) {
      one.abort();
      await delay(overMs / all.length);
    }
  }
}

async function write(
  response: ServerResponse,
  events: AsyncIterable<unknown>,
  signal: AbortSignal,
): Promise<void> {
  response.write(restDialect.opening().bare);
  const pings = setInterval(() => {
    if (!response.writableNeedDrain) response.write(restDialect.ping.bare);
  }, pingMs);
  try {
    for await (const event of events) {
      if (signal.aborted) return;
      if (!response.write(spell(event))) await once(response, "drain", { signal });
    }
  } finally {
    clearInterval(pings);
  }
}

function spell(event: unknown): string {
  if (!isTrackedEnvelope(event))
    throw new Error("a subscription with a REST face yields tracked events");
  const [id, data] = event as unknown as [string, { type: string }];
  return `event: ${data.type}\ndata: ${JSON.stringify(data)}\nid: ${id}\n\n`;
}
