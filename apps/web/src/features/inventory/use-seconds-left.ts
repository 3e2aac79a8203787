"use client";

import { useSyncExternalStore } from "react";
import { serverNow } from "#api/server-clock.ts";

/** Finer than a second, so that no second is skipped; a render happens only when the second changes. */
const tickMs = 200;

function subscribe(notify: () => void): () => void {
  const timer = setInterval(notify, tickMs);
  return () => clearInterval(timer);
}

/** Whole seconds by the server's clock, never below 0; null before the page is alive. */
export function useSecondsLeft(expiresAt: string): number | null {
  return useSyncExternalStore(
    subscribe,
    () => Math.max(0, Math.ceil((Date.parse(expiresAt) - serverNow()) / 1000)),
    () => null,
  );
}
