"use client";

import type { Order } from "@meridian/api/orders/contract.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPCClient } from "#api/browser.tsx";
import { liveKey, newer } from "#features/live/live-cache.ts";
import { useLiveTopic } from "#features/live/live-provider.tsx";

/** An order by its unguessable id: fetched once, then kept true by the stream. */
export function useOrder(orderId: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const topic = `order:${orderId}`;
  const query = useQuery<Order | null>({
    queryKey: liveKey(topic),
    queryFn: async () => {
      const fetched = await client.orders.get.query({ orderId });
      return newer(fetched)(queryClient.getQueryData<Order | null>(liveKey(topic)));
    },
    refetchOnWindowFocus: true,
  });
  // Only what exists is watched: an address may hold anything, and one topic that the API refuses ends the stream of all tabs.
  useLiveTopic(query.data ? topic : null);
  return query;
}
