"use client";

import type { Product } from "@meridian/api/catalog/contract.ts";
import { useQueries } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useTRPC } from "#api/browser.tsx";
import type { Kept } from "#browser/stored-list.ts";
import { useRegion } from "#features/region/region-context.tsx";

/** Products in this market, in one request. What is gone, or not sold here, is left out. */
export function useProducts(wanted: readonly Kept[]): {
  products: readonly Product[];
  /** Until all are known. */
  isWaiting: boolean;
} {
  const trpc = useTRPC();
  const region = useRegion();
  const language = useLocale();
  const results = useQueries({
    queries: wanted.map(({ handle }) =>
      trpc.catalog.get.queryOptions({ handle, region, language }, { staleTime: 60_000 }),
    ),
  });
  return {
    products: results.flatMap(({ data }) => data ?? []),
    isWaiting: results.some(({ isPending }) => isPending),
  };
}
