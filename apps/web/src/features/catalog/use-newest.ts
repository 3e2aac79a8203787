"use client";

import type { Product } from "@meridian/api/catalog/contract.ts";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useTRPC } from "#api/browser.tsx";
import { liveKey } from "#features/live/live-cache.ts";
import { useLiveTopic } from "#features/live/live-provider.tsx";
import { useRegion } from "#features/region/region-context.tsx";

/**
 * A product as it is now: as the page was made, until a frame tells of a newer version. That is read from the API, which
 * answers nothing older than its frames; the page itself is made anew behind the same event, some moments later.
 */
export function useNewest(made: Product): Product {
  // Nothing here is dear to make anew, and remembering it would be half of the code.
  "use no memo";
  const trpc = useTRPC();
  const region = useRegion();
  const language = useLocale();
  const topic = `product:${made.id}`;
  useLiveTopic(topic);
  const { data: told = 0 } = useQuery<number>({ queryKey: liveKey(topic), queryFn: skipToken });
  const { data } = useQuery(
    trpc.catalog.get.queryOptions(
      { handle: made.handle, region, language },
      {
        enabled: told > made.version,
        staleTime: 0,
        // Until it is there: the process that answers may hear of it a little later than the one that told.
        refetchInterval: ({ state }) =>
          state.error ? 30_000 : (state.data?.version ?? 0) < told && 1_000,
      },
    ),
  );
  return data && data.version > made.version ? data : made;
}
