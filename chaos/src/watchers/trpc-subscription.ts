import { createTRPCUntypedClient, httpSubscriptionLink, retryLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { type Frame, Sightings } from "./sightings.ts";
import type { Watch } from "./watch.ts";

/** The unmodified client of tRPC, which resumes by itself. */
export function watchByTrpc({ urls, topics, random, over }: Watch): Sightings {
  const sightings = new Sightings("tRPC subscription", topics);
  const client = createTRPCUntypedClient({
    links: [
      retryLink({ retry: () => !over.aborted, retryDelayMs: () => random.between(50, 400) }),
      httpSubscriptionLink({ url: () => `${random.pick(urls)}/trpc`, EventSource }),
    ],
  });
  const subscription = client.subscription(
    "live.watch",
    { topics: [...topics] },
    {
      onData: (event) => sightings.see((event as { data: Frame }).data),
      onConnectionStateChange: ({ state, error }) => {
        if (state === "connecting" && error) sightings.resumes++;
      },
    },
  );
  over.addEventListener("abort", () => subscription.unsubscribe(), { once: true });
  return sightings;
}
