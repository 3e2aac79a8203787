import type { QueryClient } from "@tanstack/react-query";
import { liveKey } from "#features/live/live-cache.ts";
import type { LiveClient } from "#features/live/live-client.ts";

/** With the time from one call to the next less than the 10 s that a number of stock may be old. */
const patienceMs = 2_000;

/**
 * Stock that no frame tells of is asked for, all of it at once. What is not answered is thrown away, and so is all of it
 * while nobody looks, or while there is no stream either.
 */
export function askUncarried(
  queryClient: QueryClient,
  live: Pick<LiveClient, "uncarried" | "getState">,
): void {
  const queries = live
    .uncarried()
    .filter((topic) => topic.startsWith("stock:"))
    .flatMap((topic) => queryClient.getQueryCache().find({ queryKey: liveKey(topic) }) ?? []);
  const forgetBefore = (time: number) => {
    for (const query of queries) {
      if (query.state.data !== undefined && query.state.dataUpdatedAt < time) query.reset();
    }
  };
  if (document.hidden || live.getState().isStale) return forgetBefore(Infinity);
  const askedAt = Date.now();
  for (const query of queries) query.fetch().catch(() => undefined);
  setTimeout(() => forgetBefore(askedAt), patienceMs);
}
