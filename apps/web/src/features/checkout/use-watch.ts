"use client";

import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { useEffect, useEffectEvent } from "react";
import { serverNow } from "#api/server-clock.ts";

/** How often a payment that this page did not begin is looked at. */
const payingMs = 2000;

/** Looks at a checkout when its time is over, until the server says so, and while it is being paid. */
export function useWatch(
  checkout: Checkout | undefined,
  look: (checkoutId: string) => Promise<unknown>,
): void {
  const lookAgain = useEffectEvent(async () => {
    if (checkout) await look(checkout.id);
  });
  const expiresAt = checkout?.expiresAt;
  const isPaying = checkout?.state === "paying";
  useEffect(() => {
    if (expiresAt === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const watch = () => {
      if (isOver) return;
      const leftMs = Date.parse(expiresAt) - serverNow();
      const waitMs = isPaying ? payingMs : Math.max(1000, leftMs + 200);
      timer = setTimeout(() => void lookAgain().then(watch), waitMs);
    };
    // A tab that slept has missed its timers.
    const onVisible = () => void lookAgain();
    watch();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [expiresAt, isPaying]);
}
