"use client";

import type { PasskeyList } from "@meridian/api/accounts/contract/factors.ts";
import { useOwn } from "#features/account/use-own.ts";

export function usePasskeys() {
  return useOwn<PasskeyList>("passkeys", ({ passkeys }) => passkeys.list.query({}));
}
