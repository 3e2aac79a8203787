"use client";

import type { OwnWatches } from "@meridian/api/watches/contract.ts";
import { useOwn } from "#features/account/use-own.ts";

/** What the user waits for, the newest first. */
export function useOwnWatches() {
  return useOwn<OwnWatches>("watches", ({ watches }) => watches.own.query({}));
}
