"use client";

import { useOwn } from "#features/account/use-own.ts";

/** Whether a code is asked for at sign-in. */
export function useTotp() {
  return useOwn("totp", ({ totp }) => totp.get.query({}));
}
