"use client";

import type { Wishlist } from "@meridian/api/wishlist/contract.ts";
import { maxWishes } from "@meridian/api/wishlist/contract/limits.ts";
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { problemOf } from "#api/problem.ts";
import { useStoredList, type Kept } from "#browser/stored-list.ts";
import { ownKey, useUser } from "#features/account/session.ts";
import { liveKey, newer } from "#features/live/live-cache.ts";
import { liveWeight, useLiveTopic } from "#features/live/live-provider.tsx";
import { guestWishes } from "#features/wishlist/guest-wishes.ts";

export const wishlistKey = [...ownKey, "wishlist"] as const;
const wantedKey = [...wishlistKey, "wanted"] as const;
type Wanted = Readonly<Record<string, boolean>>;

/** Changes are sent in the order in which they were made. */
let last: Promise<unknown> = Promise.resolve();

/** Whether something is done, or the reason why not. */
export type WishAnswer = "done" | "wishlist.too_many" | "failed";

/** The account's list while somebody is signed in, else this device's; with what the shop has not answered yet. */
export function useWishes() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { user } = useUser();
  const kept = useStoredList(guestWishes);
  const {
    data: fetched,
    isError,
    refetch,
  } = useQuery({
    queryKey: wishlistKey,
    queryFn: async () => {
      const list = await client.wishlist.get.query({});
      return newer(list)(queryClient.getQueryData<Wishlist>(wishlistKey));
    },
    enabled: Boolean(user),
    refetchOnWindowFocus: "always",
  });
  const topic = fetched?.id ? `wishlist:${fetched.id}` : null;
  useLiveTopic(topic, liveWeight.cart);
  const { data: pushed } = useQuery<Wishlist | null>({
    queryKey: liveKey(topic ?? ""),
    queryFn: skipToken,
  });
  const { data: wanted } = useQuery<Wanted>({ queryKey: wantedKey, queryFn: skipToken });
  const list = fetched && pushed ? newer(pushed)(fetched) : fetched;

  const mergeFor = user && kept.length > 0 ? user.id : null;
  useEffect(() => {
    if (mergeFor === null) return;
    import("#features/wishlist/merge-wishes.ts")
      .then(({ mergeWishes }) => mergeWishes(client))
      .then((merged) => merged && queryClient.setQueryData<Wishlist>(wishlistKey, newer(merged)))
      .catch(() => undefined);
  }, [mergeFor, client, queryClient]);

  const want = (id: string, isWanted: boolean | undefined) =>
    queryClient.setQueryData<Wanted>(wantedKey, (old) => {
      const { [id]: _before, ...others } = old ?? {};
      return isWanted === undefined ? others : { ...others, [id]: isWanted };
    });
  const send = async (productId: string, isWanted: boolean): Promise<WishAnswer> => {
    try {
      const { add, remove } = client.wishlist;
      const next = await (isWanted ? add : remove).mutate({ productId });
      queryClient.setQueryData<Wishlist>(wishlistKey, newer(next));
      return "done";
    } catch (error) {
      const reason = problemOf(error)?.reason;
      // What is no product any more is on no list.
      if (!isWanted && reason === "wishlist.product_not_found") return "done";
      return reason === "wishlist.too_many" ? reason : "failed";
    } finally {
      // Something else may be wanted by now.
      if (queryClient.getQueryData<Wanted>(wantedKey)?.[productId] === isWanted)
        want(productId, undefined);
    }
  };

  const ids = new Set([...kept.map(({ id }) => id), ...((user && list?.productIds) || [])]);
  for (const [id, isWanted] of Object.entries(wanted ?? {})) ids[isWanted ? "add" : "delete"](id);
  return {
    user,
    /** Of an account; undefined: not known yet, or there is none. */
    list: user ? list : undefined,
    isTroubled: isError && list === undefined,
    retry: () => void refetch(),
    ids: ids as ReadonlySet<string>,
    /** Shown at once; what the shop refuses is taken back. */
    set: async (item: Kept, isWanted: boolean): Promise<WishAnswer> => {
      if (!isWanted) guestWishes.remove([item.id]);
      if (!user) {
        if (isWanted && kept.length >= maxWishes) return "wishlist.too_many";
        if (isWanted) guestWishes.put(item);
        return "done";
      }
      want(item.id, isWanted);
      const answer = last.then(() => send(item.id, isWanted));
      last = answer;
      return answer;
    },
  };
}
