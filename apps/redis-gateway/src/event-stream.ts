import type { ServerResponse } from "node:http";

/** Beyond this a watcher that reads too slowly is cut off; `@upstash/redis` itself gives up at 1 MB. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
/** A watcher that took nothing for so long is cut off. */
const STALL_MS = 10_000;
/** With a look every 4 s, no stream is silent for more than 15 s. */
const PING_AFTER_MS = 10_000;
export const TICK_MS = 4_000;

const PING = ": ping\n\n";
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** One SSE response. Frames that come before `open` wait for it; none are reordered or left out. */
export type EventStream = {
  /** Sends the headers, the first frame, and what has waited. */
  open(firstFrame: string): void;
  send(frame: string | Buffer): void;
  /** Pings a quiet stream and cuts off a stalled one. */
  tick(now: number): void;
  /** Ends an opened stream cleanly: the client reads what was sent, then sees the end. */
  end(): void;
};

/** Wraps a response whose headers weren't sent yet; `onCutOff` hears why the gateway gave up on it. */
export function createEventStream(
  response: ServerResponse,
  headers: Record<string, string>,
  onCutOff: (reason: "slow" | "stalled") => void,
): EventStream {
  let waiting: (string | Buffer)[] | undefined = [];
  let lastWriteAt = Date.now();
  let stalledSince: number | undefined;
  response.on("drain", () => (stalledSince = undefined));

  const cutOff = (reason: "slow" | "stalled") => {
    onCutOff(reason);
    response.destroy();
  };
  const write = (frame: string | Buffer) => {
    if (response.destroyed || response.writableEnded) return;
    lastWriteAt = Date.now();
    if (response.write(frame)) return;
    stalledSince ??= lastWriteAt;
    if (response.writableLength > MAX_BUFFERED_BYTES) cutOff("slow");
  };

  return {
    open(firstFrame) {
      response.writeHead(200, { ...HEADERS, ...headers });
      write(firstFrame);
      for (const frame of waiting ?? []) write(frame);
      waiting = undefined;
    },
    send(frame) {
      if (waiting) waiting.push(frame);
      else write(frame);
    },
    tick(now) {
      if (stalledSince !== undefined && now - stalledSince >= STALL_MS) cutOff("stalled");
      else if (!waiting && now - lastWriteAt >= PING_AFTER_MS) write(PING);
    },
    end() {
      if (!waiting) response.end();
    },
  };
}
