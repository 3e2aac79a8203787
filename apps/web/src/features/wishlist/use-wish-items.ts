"use client";

import type { ProductSummary } from "@meridian/api/catalog/contract.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useTRPCClient } from "#api/browser.tsx";
import { useStoredList } from "#browser/stored-list.ts";
import { useProducts } from "#features/catalog/use-products.ts";
import { useRegion } from "#features/region/region-context.tsx";
import { guestWishes } from "#features/wishlist/guest-wishes.ts";
import { type useWishes, wishlistKey } from "#features/wishlist/use-wishes.ts";

export type WishItem = { productId: string; addedAt?: string; product: ProductSummary | null };

/** What the list holds, with prices of this market: an account's page by page, a guest's whole. */
export function useWishItems({ user, list, ids }: ReturnType<typeof useWishes>) {
  const client = useTRPCClient();
  const region = useRegion();
  const language = useLocale();
  const isGuest = user === null;
  const kept = useStoredList(guestWishes);
  const here = useProducts(isGuest ? kept : []);
  const pages = useInfiniteQuery({
    queryKey: [...wishlistKey, "items", region, language, list?.version],
    queryFn: ({ pageParam, signal }) =>
      client.wishlist.items.query(
        { region, language, limit: 24, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: list !== undefined,
  });
  const own: WishItem[] = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const guests: WishItem[] = here.products.map((product) => ({ productId: product.id, product }));
  return {
    items: (isGuest ? guests : own).filter(({ productId }) => ids.has(productId)),
    isWaiting: isGuest ? here.isWaiting : pages.isPending,
    isTroubled: pages.isError && !pages.data,
    retry: () => void pages.refetch(),
    /** Brings the next page; absent when all is there. */
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    isFetching: pages.isFetchingNextPage,
  };
}
