"use client";

import { useEffect, useEffectEvent } from "react";

/** Tries again by itself for as long as something can't be reached; at once when the network is back. */
export function useRetry(isNeeded: boolean, everyMs: number, action: () => unknown): void {
  const retry = useEffectEvent(() => void action());
  useEffect(() => {
    if (!isNeeded) return;
    // A quarter more or less, so that all who lost the same API do not ask in step.
    const timer = setInterval(retry, everyMs * (0.75 + Math.random() / 2));
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [isNeeded, everyMs]);
}
