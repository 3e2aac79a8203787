import type { Frame } from "@meridian/api/server.ts";

/** How a face of the API spells its stream. */
export type SseDialect = {
  /** The first bytes. */
  opening: string;
  ping: string;
  spell(frame: Frame): string;
};

/** Sooner than any proxy cuts an idle stream (Next's: 30 s). */
export const pingMs = 15_000;
const reconnectAfterInactivityMs = 35_000;

/** What tRPC's own SSE producer writes, so that an unmodified `httpSubscriptionLink` reads it (@trpc/server 11.22). */
export const trpcDialect: SseDialect = {
  opening: `event: connected\ndata: ${JSON.stringify({ reconnectAfterInactivityMs })}\n\n`,
  ping: "event: ping\ndata: \n\n",
  spell: (frame) => frame.trpc,
};

/** `/api/v1/live`. Each client waits another while before it comes back, so that they do not come in step. */
export function restDialect(): SseDialect {
  return {
    opening: `retry: ${500 + Math.floor(Math.random() * 2_500)}\n\n`,
    ping: ": ping\n\n",
    spell: (frame) => frame.rest,
  };
}
