"use client";

import type { CartLine } from "@meridian/api/cart/contract.ts";
import { skipToken, useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useCart } from "#features/cart/cart-provider.tsx";
import { cartKey } from "#features/cart/use-server-cart.ts";
import { useStockByVariant, type Stock } from "#features/inventory/use-stock.ts";
import { liveKey } from "#features/live/live-cache.ts";
import { useLiveTopics } from "#features/live/live-provider.tsx";

/** How many are left of a line that wants more; empty where there are enough, or it is not known. */
function shortOf({ quantity }: CartLine, stock: Stock | undefined): string {
  if (stock?.state === "none") return "0";
  const isShort = stock && "available" in stock && stock.available < quantity;
  return isShort ? String(stock.available) : "";
}

/** Prices and stock move without the cart, and so without its topic: what is heard of them has the shown bag read anew. */
export function useLineNews(): void {
  const queryClient = useQueryClient();
  const { cart, isSaving } = useCart();
  const topics = [...new Set(cart.lines.map(({ productId }) => `product:${productId}`))];
  useLiveTopics(topics);
  const versions = useQueries({
    queries: topics.map((topic) => ({ queryKey: liveKey(topic), queryFn: skipToken })),
    combine: (results) => results.map(({ data }) => data),
  });
  const stockOf = useStockByVariant(cart.lines.map(({ variantId }) => variantId));
  const lefts = cart.lines.map((line) => shortOf(line, stockOf.get(line.variantId)));
  const news = [...versions, ...lefts].some(Boolean) ? [...versions, ...lefts].join(" ") : "";
  const answered = useRef("");
  useEffect(() => {
    // What is being saved is answered with the prices of then.
    if (isSaving || news === answered.current) return;
    answered.current = news;
    void queryClient.invalidateQueries({ queryKey: cartKey });
  }, [queryClient, news, isSaving]);
}
