"use client";

import type { Cart } from "@meridian/api/cart/contract.ts";
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { liveKey } from "#features/live/live-cache.ts";
import { liveWeight, useLiveTopic } from "#features/live/live-provider.tsx";

const cartKey = ["cart"] as const;

/** The later of two states of the same cart; another cart replaces the one before. */
function later(next: Cart | null, old: Cart | null | undefined): Cart | null {
  if (!next || !old || next.id !== old.id) return next;
  return next.version >= old.version ? next : old;
}

/**
 * The server's cart of this browser: fetched once, then kept true by answers and the live topic.
 * @param isSaving while own intents are unanswered, pushed states wait: they may hold those intents
 *   already, which would then be counted twice until the answer comes
 */
export function useServerCart(region: RegionId, isSaving: boolean) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const fetched = useQuery({
    queryKey: cartKey,
    queryFn: async () => {
      const cart = await client.cart.current.query({});
      return later(cart, queryClient.getQueryData<Cart | null>(cartKey));
    },
    staleTime: 60_000,
    refetchOnWindowFocus: "always",
  });
  const cartId = fetched.data?.id ?? null;
  useLiveTopic(cartId === null ? null : `cart:${cartId}`, liveWeight.cart);
  const pushed = useQuery<Cart | null>({
    queryKey: liveKey(`cart:${cartId ?? ""}`),
    queryFn: skipToken,
  });
  const newest =
    pushed.data && !isSaving ? later(pushed.data, fetched.data) : (fetched.data ?? null);
  const cart = newest?.state === "active" ? newest : null;
  const [put] = useState(
    () => (next: Cart | null) =>
      queryClient.setQueryData<Cart | null>(cartKey, (old) => later(next, old)),
  );

  // The shopper moved to another market: the bag follows, priced anew.
  const movingId = cart !== null && cart.region !== region ? cart.id : null;
  useEffect(() => {
    if (movingId === null) return;
    client.cart.update.mutate({ cartId: movingId, region }).then(put, () => undefined);
  }, [client, movingId, region, put]);

  return { cart, isKnown: fetched.isSuccess, put };
}
