"use client";

import type { Availability } from "@meridian/api/inventory/contract.ts";
import { useQueries, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useTRPCClient } from "#api/browser.tsx";
import { liveKey, newer } from "#features/live/live-cache.ts";
import {
  liveWeight,
  useLiveClient,
  useLiveState,
  useLiveTopics,
} from "#features/live/live-provider.tsx";
import { StockLoader } from "#features/inventory/stock-loader.ts";

/** `unknown`: not heard yet, or not for so long that a number would be a guess. */
export type Stock =
  | { state: "unknown" }
  | { state: "uncounted" }
  | { state: "none" }
  | { state: "low"; available: number }
  | { state: "plenty"; available: number };

/** From here down shoppers are told the number. */
const lowFrom = 8;

/** What nobody shows is not kept true either. */
const forgottenAfterMs = 2_000;

const loaders = new WeakMap<QueryClient, StockLoader>();

/** Fetched once, then kept true by the stream; several variants are one request. */
function useAvailabilities(variantIds: readonly string[], weight: number) {
  const queryClient = useQueryClient();
  const client = useTRPCClient();
  const loader = loaders.get(queryClient) ?? new StockLoader(client);
  loaders.set(queryClient, loader);
  const live = useLiveClient();
  useLiveTopics(
    variantIds.map((id) => `stock:${id}`),
    weight,
  );
  return useQueries({
    queries: variantIds.map((variantId) => ({
      queryKey: liveKey(`stock:${variantId}`),
      queryFn: async () => {
        const fetched = await loader.load(variantId);
        const known = queryClient.getQueryData<Availability>(liveKey(`stock:${variantId}`));
        return fetched && newer(fetched)(known);
      },
      staleTime: () => (live.carries(`stock:${variantId}`) ? 20_000 : 0),
      gcTime: forgottenAfterMs,
      refetchOnWindowFocus: true,
    })),
  });
}

/** What can be bought of these variants together, live. */
export function useStock(
  variantIds: readonly string[],
  weight: number = liveWeight.subject,
): { stock: Stock; version: number; isError: boolean; retry: () => void } {
  const results = useAvailabilities(variantIds, weight);
  const { isStale } = useLiveState();
  const known = results.flatMap(({ data }) => (data ? [data] : []));
  return {
    stock:
      isStale || known.length === 0 || known.length < results.length
        ? { state: "unknown" }
        : stockOf(known),
    version: known.reduce((sum, { version }) => sum + version, 0),
    isError: results.some((result) => result.isError && result.data === undefined),
    retry: () => {
      for (const result of results) void result.refetch();
    },
  };
}

/** The stock of each variant, by its id. */
export function useStockByVariant(variantIds: readonly string[]): ReadonlyMap<string, Stock> {
  const results = useAvailabilities(variantIds, liveWeight.subject);
  const { isStale } = useLiveState();
  return new Map(
    results.map(({ data }, index) => [
      variantIds[index] ?? "",
      isStale || !data ? { state: "unknown" } : stockOf([data]),
    ]),
  );
}

function stockOf(known: readonly Availability[]): Stock {
  if (known.some(({ available }) => available === null)) return { state: "uncounted" };
  const available = known.reduce((sum, item) => sum + (item.available ?? 0), 0);
  if (available <= 0) return { state: "none" };
  return { state: available <= lowFrom ? "low" : "plenty", available };
}
