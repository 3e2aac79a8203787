import type { ServerResponse } from "node:http";
import type { LiveHub, RequestContext, WatchInput } from "@meridian/api/server.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { pingMs, type SseDialect } from "./dialects.ts";
import { SseStream } from "./sse-stream.ts";

/** Pings go out in this many slices of the interval: thousands at once would delay frames. */
const pingSlices = 30;

/**
 * The open streams of this process. Both faces are the procedure `live.watch`, written raw: tRPC's own
 * producer was measured at 150 microseconds of CPU per delivery, this at a twentieth.
 */
export class LiveStreams {
  readonly #hub: LiveHub;
  readonly #slices = Array.from({ length: pingSlices }, () => new Set<SseStream>());
  readonly #pings: NodeJS.Timeout;
  #opened = 0;
  #pinged = 0;

  constructor(hub: LiveHub) {
    this.#hub = hub;
    this.#pings = setInterval(() => {
      for (const stream of this.#slices[this.#pinged++ % pingSlices] ?? []) stream.ping();
    }, pingMs / pingSlices).unref();
  }

  /** Takes the answer over and writes frames until the client or the hub ends it, or who asks may have no more of it. */
  async open(
    request: FastifyRequest,
    reply: FastifyReply,
    input: WatchInput,
    dialect: SseDialect,
    { actor, whileAllowed }: Pick<RequestContext, "actor" | "whileAllowed">,
  ): Promise<FastifyReply> {
    this.#hub.requireLive();
    reply.headers({
      "content-type": "text/event-stream; charset=utf-8",
      // A proxy that buffers or compresses a stream delays every frame.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    if (request.method === "HEAD") return reply.send();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, reply.getHeaders() as Record<string, string>);
    const stream = new SseStream(raw, dialect);
    const slice = this.#slices[this.#opened++ % pingSlices];
    slice?.add(stream);
    let isClosed = false;
    let leave = () => {};
    if (actor.kind === "user") endWith(stream, raw, whileAllowed);
    raw.once("close", () => {
      isClosed = true;
      slice?.delete(stream);
      stream.closed();
      leave();
    });
    try {
      const { topics, lastEventId: after } = input;
      leave = await this.#hub.watch({ topics, after, actor }, stream);
      if (isClosed) leave();
    } catch (err) {
      // The answer has begun, so all that is left is to end it: the client comes back.
      request.log.warn({ err }, "live: snapshots could not be read");
      stream.end();
    }
    return reply;
  }

  close(): void {
    clearInterval(this.#pings);
    for (const slice of this.#slices) for (const stream of slice) stream.end();
  }
}

/** Others have no rights here that could end. */
function endWith(
  stream: SseStream,
  response: ServerResponse,
  whileAllowed: RequestContext["whileAllowed"],
): void {
  const closed = new AbortController();
  response.once("close", () => closed.abort());
  const allowed = whileAllowed?.(closed.signal);
  allowed?.addEventListener("abort", () => {
    if (!closed.signal.aborted) stream.end();
  });
}
