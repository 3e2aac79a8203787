import type { Actor } from "../kernel/context.ts";
import type { LiveSource } from "../kernel/live-source.ts";
import type { LiveFrame, PollInput, PollResult } from "./contract.ts";

/**
 * Long poll over the same cursor as the stream: what changed behind `after` at once, else the first
 * change within `wait` seconds, else nothing. Without `after`: the state of every topic.
 */
export async function poll(
  { live, actor }: { live: LiveSource; actor: Actor },
  input: PollInput,
  signal?: AbortSignal,
): Promise<PollResult> {
  const stop = new AbortController();
  const giveUp = () => stop.abort();
  signal?.addEventListener("abort", giveUp);
  let timer: NodeJS.Timeout | undefined;
  const frames: LiveFrame[] = [];
  let cursor = input.after ?? "";
  try {
    for await (const { id, frame } of live.stream({ ...input, actor }, stop.signal)) {
      const value = frame as LiveFrame;
      cursor = id;
      if (value.kind !== "ready") frames.push(value);
      // Nobody waits before the snapshots are read: their cursor is what the next poll begins with.
      else if (input.wait > 0) timer = setTimeout(giveUp, input.wait * 1000);
      const isReady = value.kind === "ready" || timer !== undefined;
      if (isReady && (frames.length > 0 || input.wait === 0)) break;
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
  return { frames, cursor };
}
