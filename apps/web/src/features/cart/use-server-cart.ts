"use client";

import type { Cart } from "@meridian/api/cart/contract.ts";
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { deviceStorage } from "#browser/storage.ts";
import { keepCart, readKeptCart } from "#features/cart/kept-cart.ts";
import type { Place } from "#features/catalog/catalog-data.ts";
import { liveKey } from "#features/live/live-cache.ts";
import { liveWeight, useLiveTopic } from "#features/live/live-provider.tsx";

export const cartKey = ["cart"] as const;

/** Prices and offers move without the cart, and so without its topic. */
const lookEveryMs = 60_000;

/** The later of two states of the same cart; another cart replaces the one before. */
function later(next: Cart | null, old: Cart | null | undefined): Cart | null {
  if (!next || !old || next.id !== old.id) return next;
  return next.version >= old.version ? next : old;
}

/**
 * The server's cart of this browser: fetched once, then kept true by answers and the live topic. While the API is out of
 * reach it is what was heard last.
 * @param isSaving while own intents are unanswered, pushed states wait: they may hold those intents
 *   already, which would then be counted twice until the answer comes
 */
export function useServerCart({ language, region }: Place, isSaving: boolean) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const fetched = useQuery({
    queryKey: cartKey,
    queryFn: async () => {
      const known = queryClient.getQueryData<Cart | null>(cartKey);
      // A browser that keeps nothing keeps no cookie either: then only the page knows which bag is its own.
      const cart = await (known && deviceStorage.isDenied()
        ? client.cart.get.query({ cartId: known.id })
        : client.cart.current.query({}));
      return later(cart, queryClient.getQueryData<Cart | null>(cartKey));
    },
    staleTime: lookEveryMs,
    refetchInterval: ({ state }) => (state.data && !isSaving ? lookEveryMs : false),
    refetchOnWindowFocus: "always",
  });
  const cartId = fetched.data?.id ?? null;
  useLiveTopic(cartId === null ? null : `cart:${cartId}`, liveWeight.cart);
  const pushed = useQuery<Cart | null>({
    queryKey: liveKey(`cart:${cartId ?? ""}`),
    queryFn: skipToken,
  });
  const [next, known] = [pushed.data, fetched.data];
  // Of one version the one heard last: it has the prices and offers of now.
  const isPushed =
    !isSaving &&
    next &&
    known &&
    (next.version === known.version
      ? pushed.dataUpdatedAt >= fetched.dataUpdatedAt
      : next.version > known.version);
  const newest = isPushed ? next : known;
  const cart = newest?.state === "active" ? newest : null;
  const [put] = useState(
    () => (next: Cart | null) =>
      queryClient.setQueryData<Cart | null>(cartKey, (old) => later(next, old)),
  );

  const { dataUpdatedAt: updatedAt } = pushed;
  // What is saved next is shown on top of the newest state that was seen.
  useEffect(() => {
    if (isPushed) queryClient.setQueryData<Cart | null>(cartKey, next, { updatedAt });
  }, [isPushed, next, updatedAt, queryClient]);

  const isKnown = fetched.data !== undefined;
  const isOutOfReach = !isKnown && (fetched.isPaused || fetched.failureCount > 0);
  useEffect(() => {
    if (!isOutOfReach) return;
    const show = (kept: Cart | null | undefined) =>
      queryClient.setQueryData<Cart | null>(cartKey, (old) => (old === undefined ? kept : old), {
        updatedAt: 1,
      });
    readKeptCart().then(show, () => undefined);
  }, [isOutOfReach, queryClient]);
  useEffect(() => {
    if (isKnown) keepCart(cart).catch(() => undefined);
  }, [isKnown, cart]);

  // The shopper moved to another market or language: the bag follows, priced and told anew.
  const isElsewhere = cart !== null && (cart.region !== region || cart.language !== language);
  const movingId = isElsewhere ? cart.id : null;
  useEffect(() => {
    if (movingId === null) return;
    const move = () => {
      // Of tabs in two places the one that is looked at decides: else they would move it to and fro.
      if (!document.hasFocus()) return;
      client.cart.update.mutate({ cartId: movingId, region, language }).then(put, () => undefined);
    };
    move();
    window.addEventListener("focus", move);
    return () => window.removeEventListener("focus", move);
  }, [client, movingId, region, language, put]);

  return { cart, isKnown, put };
}
