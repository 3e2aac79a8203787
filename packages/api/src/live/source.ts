import type { LiveSource } from "../kernel/live-source.ts";
import type { Frame } from "./frame.ts";
import type { LiveHub } from "./hub.ts";

/** The hub as an async iterable, for callers that do not write raw frames: the newest of each topic waits. */
export function createLiveSource(hub: LiveHub): LiveSource {
  return {
    async *stream(input, signal) {
      const waiting = new Map<string, Frame>();
      let isEnded = false;
      let wake = () => {};
      const leave = await hub.watch(input, {
        send(frame) {
          const key = frame.topic ?? frame.value.kind;
          waiting.delete(key);
          waiting.set(key, frame);
          wake();
        },
        end() {
          isEnded = true;
          wake();
        },
      });
      const onAbort = () => wake();
      signal?.addEventListener("abort", onAbort);
      try {
        while (!signal?.aborted) {
          const [next] = waiting;
          if (next !== undefined) {
            waiting.delete(next[0]);
            yield { id: next[1].id, frame: next[1].value };
          } else if (isEnded) {
            return;
          } else {
            await new Promise<void>((resolve) => (wake = resolve));
          }
        }
      } finally {
        signal?.removeEventListener("abort", onAbort);
        leave();
      }
    },
  };
}
