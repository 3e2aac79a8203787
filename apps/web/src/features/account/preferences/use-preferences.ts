"use client";

import type {
  Preferences,
  UpdatePreferences,
} from "@meridian/api/accounts/contract/preferences.ts";
import { problemOf } from "#api/problem.ts";
import { useOwn } from "#features/account/use-own.ts";

export type Change = (fields: Omit<UpdatePreferences, "expectedVersion">) => Promise<Preferences>;

/** What one prefers. A change sets its own fields alone, so one that another tab made first does not stop it. */
export function usePreferences() {
  const own = useOwn<Preferences>("preferences", ({ preferences }) => preferences.get.query({}));
  const { client, data, put } = own;
  const change: Change = async (fields) => {
    const update = (expectedVersion: number) =>
      client.preferences.update.mutate({ ...fields, expectedVersion });
    const changed = await update(data?.version ?? 1).catch((error: unknown) => {
      const problem = problemOf(error);
      if (problem?.reason !== "preferences.version_mismatch") throw error;
      return update((problem.current as Preferences).version);
    });
    put(changed);
    return changed;
  };
  return { ...own, change };
}
