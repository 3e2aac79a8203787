"use client";

import { skipToken, useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useCart } from "#features/cart/cart-provider.tsx";
import { cartKey } from "#features/cart/use-server-cart.ts";
import { liveKey } from "#features/live/live-cache.ts";
import { useLiveTopics } from "#features/live/live-provider.tsx";

/** Prices move without the cart, and so without its topic: whatever is heard of a line's product has the bag read anew. */
export function useLinePrices(): void {
  const queryClient = useQueryClient();
  const { cart, isSaving } = useCart();
  const topics = [...new Set(cart.lines.map(({ productId }) => `product:${productId}`))];
  useLiveTopics(topics);
  const heard = useQueries({
    queries: topics.map((topic) => ({ queryKey: liveKey(topic), queryFn: skipToken })),
    combine: (results) => results.map(({ data }) => data ?? "").join(" "),
  });
  const answered = useRef("");
  useEffect(() => {
    // What is being saved is answered with the prices of then.
    if (isSaving || heard.trim() === "" || heard === answered.current) return;
    answered.current = heard;
    void queryClient.invalidateQueries({ queryKey: cartKey });
  }, [queryClient, heard, isSaving]);
}
