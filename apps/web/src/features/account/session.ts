"use client";

import type { User } from "@meridian/api/accounts/contract/users.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { problemOf } from "#api/problem.ts";
import { randomId } from "#browser/random-id.ts";
import { deviceStorage, tabStorage } from "#browser/storage.ts";
import { useIsHydrated } from "#browser/use-is-hydrated.ts";

export const userKey = ["user"] as const;
/** All that is somebody's own starts with it, and goes with them. */
export const ownKey = ["own"] as const;
const changeKey = "meridian.session";
const tabUserKey = "meridian.user";

/** Who was signed in last, as this tab knows: an id; null: nobody. */
export const tabUser = (): string | null => tabStorage.read(tabUserKey);

/** Who is signed in at this browser. A guest is `null`; `undefined`: not known yet. */
export function useUser() {
  const client = useTRPCClient();
  const { data, isError, refetch } = useQuery<User | null>({
    queryKey: userKey,
    queryFn: () => client.accounts.current.query({}),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  });
  const isHydrated = useIsHydrated();
  if (!isHydrated) return { user: undefined, isTroubled: false, retry: () => undefined };
  return { user: data, isTroubled: isError && data === undefined, retry: () => void refetch() };
}

/** For what only somebody signed in may ask: a session that has ended shows at once. @throws what the work throws */
export function useGuard() {
  const queryClient = useQueryClient();
  return async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (problemOf(error)?.status === 401)
        void queryClient.invalidateQueries({ queryKey: userKey });
      throw error;
    }
  };
}

/** Looks again who is signed in: what was somebody else's goes, and the bag becomes theirs. */
function useRenew(): () => Promise<void> {
  const queryClient = useQueryClient();
  const [renew] = useState(() => async () => {
    queryClient.removeQueries({ queryKey: ownKey });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: userKey }),
      queryClient.invalidateQueries({ queryKey: ["cart"] }),
    ]);
  });
  return renew;
}

/** To be called when somebody has signed in or out here: this page follows, and so do the other tabs. */
export function useSessionChange(): () => Promise<void> {
  const renew = useRenew();
  return async () => {
    deviceStorage.write(changeKey, randomId());
    await renew();
  };
}

/**
 * Follows who signs in and out in other tabs. What this tab keeps goes with who was signed in, however their session ended.
 * @param user undefined: not known yet
 */
export function useSessionWatch(user: User | null | undefined): void {
  const renew = useRenew();
  const userId = user && user.id;
  useEffect(() => {
    if (userId === undefined) return;
    const before = tabUser();
    if (before !== null && before !== userId) tabStorage.clear();
    tabStorage.write(tabUserKey, userId);
  }, [userId]);
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if (key === changeKey) void renew();
    };
    window.addEventListener("storage", follow);
    return () => window.removeEventListener("storage", follow);
  }, [renew]);
}
