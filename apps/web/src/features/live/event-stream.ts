/**
 * One connection to `/api/v1/live`, read with fetch: unlike EventSource it has a watchdog that sees
 * bytes (a half-open connection stays silent), and leaves reconnecting to its owner.
 */
import type { LiveFrame } from "@meridian/api/live/contract.ts";

/** The API pings every 15 s: two missed pings and a little patience. */
const silenceMs = 35_000;

export type StreamEnd = "closed" | "refused" | "silent" | "broken";

/** What a stream says: frames, each with its cursor, and heartbeats, which only say that it is there. */
type Listener = {
  onFrame(frame: LiveFrame, cursor: string): void;
  onHeartbeat(): void;
};

/** Frames and heartbeats as they arrive, until the stream ends; resolves with why it did. */
export async function readLiveStream(
  options: Listener & {
    topics: readonly string[];
    after: string | undefined;
    signal: AbortSignal;
    onOpen(): void;
  },
): Promise<StreamEnd> {
  const stop = new AbortController();
  let isSilent = false;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      isSilent = true;
      stop.abort();
    }, silenceMs);
  };
  const query = new URLSearchParams({ topics: options.topics.join(",") });
  if (options.after !== undefined) query.set("after", options.after);
  heard();
  try {
    const response = await fetch(`/api/v1/live?${query}`, {
      headers: { accept: "text/event-stream" },
      cache: "no-store",
      signal: AbortSignal.any([stop.signal, options.signal]),
    });
    if (!response.ok || !response.body) return response.status >= 500 ? "broken" : "refused";
    options.onOpen();
    const parse = eventParser(options);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return "closed";
      heard();
      parse(value);
    }
  } catch {
    if (options.signal.aborted) return "closed";
    return isSilent ? "silent" : "broken";
  } finally {
    clearTimeout(watchdog);
  }
}

/** Server-sent events (WHATWG HTML 9.2), as far as the API sends them: `id` and one-line `data`; what has neither is a heartbeat. */
export function eventParser({ onFrame, onHeartbeat }: Listener) {
  let rest = "";
  return (chunk: string): void => {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map<string, string>();
      for (const line of block.split("\n")) {
        const colon = line.indexOf(":");
        if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart());
      }
      const data = fields.get("data");
      const cursor = fields.get("id");
      if (data && cursor !== undefined) onFrame(JSON.parse(data) as LiveFrame, cursor);
      else onHeartbeat();
    }
  };
}
