"use client";

import type { SavedAddressList } from "@meridian/api/accounts/contract/addresses.ts";
import { useOwn } from "#features/account/use-own.ts";

/** The user's addresses, the default first. @param isWanted false: nobody is signed in who could have any */
export function useSavedAddresses({ isWanted = true } = {}) {
  return useOwn<SavedAddressList>("addresses", ({ addresses }) => addresses.list.query({}), {
    isWanted,
  });
}
