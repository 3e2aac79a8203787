"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useUser } from "#features/account/session.ts";
import { useOwn } from "#features/account/use-own.ts";

/** What somebody who is signed in wrote about a product, and what of others' they found helpful. */
export function useOwnContributions(handle: string) {
  const { user } = useUser();
  const own = useOwn(
    `contributions:${handle}`,
    (client) => client.reviews.own.query({ handle, limit: 100 }),
    { isWanted: Boolean(user) },
  );
  const queryClient = useQueryClient();
  /** Also of what others see of it: what was published is taken back with it. */
  const renew = async () => {
    await own.renew();
    for (const board of ["reviews", "questions"])
      void queryClient.invalidateQueries({ queryKey: [board, handle] });
  };
  const items = own.data?.items ?? [];
  return { ...own, renew, user, items, review: items.find(({ kind }) => kind === "review") };
}
