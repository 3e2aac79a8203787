"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { useTRPCClient } from "#api/browser.tsx";
import { ownKey, useGuard } from "#features/account/session.ts";

/** Something of the user's own: fetched, kept while they are signed in, and put anew by what changes it. */
export function useOwn<T>(
  name: string,
  read: (client: TRPCClient<AppRouter>) => Promise<T>,
  { isWanted = true } = {},
) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const guard = useGuard();
  const key = [...ownKey, name];
  const { data, isError, refetch } = useQuery({
    queryKey: key,
    queryFn: () => guard(read(client)),
    enabled: isWanted,
  });
  return {
    client,
    data,
    isTroubled: isError && data === undefined,
    retry: () => void refetch(),
    put: (next: T) => queryClient.setQueryData<T>(key, next),
    renew: () => queryClient.invalidateQueries({ queryKey: key }),
  };
}
