"use client";

import { useEffect, useEffectEvent } from "react";

/** Tries again by itself for as long as something can't be reached; at once when the network is back. */
export function useRetry(isNeeded: boolean, everyMs: number, action: () => unknown): void {
  const retry = useEffectEvent(() => void action());
  useEffect(() => {
    if (!isNeeded) return;
    const timer = setInterval(retry, everyMs);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [isNeeded, everyMs]);
}
