import type { Frame } from "@meridian/api/server.ts";
import { Chunk } from "./chunk.ts";

/** How a face of the API spells its stream. */
export type SseDialect = {
  /** The first bytes. */
  opening(): Chunk;
  ping: Chunk;
  /** The same bytes for every watcher of a frame. */
  spell(frame: Frame): Chunk;
};

/** Sooner than any proxy cuts an idle stream (Next's: 30 s). */
export const pingMs = 15_000;
const reconnectAfterInactivityMs = 35_000;

const trpcOpening = new Chunk(
  `event: connected\ndata: ${JSON.stringify({ reconnectAfterInactivityMs })}\n\n`,
);

/** What tRPC's own SSE producer writes, so that an unmodified `httpSubscriptionLink` reads it (@trpc/server 11.22). */
export const trpcDialect: SseDialect = {
  opening: () => trpcOpening,
  ping: new Chunk("event: ping\ndata: \n\n"),
  spell: onceEach(({ json, id }) => `data: ${json}\nid: ${id}\n\n`),
};

/** `/api/v1/live`: the event's name is the topic's kind. */
export const restDialect: SseDialect = {
  // Each client waits another while before it comes back, so that they do not come in step.
  opening: () => new Chunk(`retry: ${500 + Math.floor(Math.random() * 2_500)}\n\n`),
  ping: new Chunk(": ping\n\n"),
  spell: onceEach(({ json, id, value }) => `event: ${value.kind}\ndata: ${json}\nid: ${id}\n\n`),
};

/** A frame goes to all its watchers in one go, so remembering the last one is enough. */
function onceEach(spell: (frame: Frame) => string): (frame: Frame) => Chunk {
  let last: { frame: Frame; chunk: Chunk } | undefined;
  return (frame) => {
    if (last?.frame !== frame) last = { frame, chunk: new Chunk(spell(frame)) };
    return last.chunk;
  };
}
