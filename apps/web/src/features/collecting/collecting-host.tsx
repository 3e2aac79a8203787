"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useStoredList } from "#browser/stored-list.ts";
import { used } from "#browser/use-when-used.ts";
import { useUser } from "#features/account/session.ts";
import { comparison } from "#features/comparison/comparison.ts";
import { guestWishes } from "#features/wishlist/guest-wishes.ts";

const Collecting = lazy(async () => ({
  default: (await import("#features/collecting/collecting.tsx")).Collecting,
}));

/**
 * Brings what serves the buttons on cards when somebody is there, or when there is something to be shown on them. A press
 * that comes before is kept for it.
 */
export function CollectingHost() {
  const { user } = useUser();
  const keeps = useStoredList(guestWishes).length + useStoredList(comparison).length > 0;
  const [isUsed, setUsed] = useState(false);
  const early = useRef<HTMLElement>(null);
  const isReady = useRef(false);
  useEffect(() => {
    void used.then(() => setUsed(true));
    const keep = ({ target }: MouseEvent) => {
      if (isReady.current || !(target instanceof Element)) return;
      early.current = target.closest<HTMLElement>("button[data-act]") ?? early.current;
    };
    document.addEventListener("click", keep);
    return () => document.removeEventListener("click", keep);
  }, []);
  const onReady = () => {
    isReady.current = true;
    early.current?.click();
    early.current = null;
  };
  return isUsed || keeps || user ? (
    <Suspense>
      <Collecting onReady={onReady} />
    </Suspense>
  ) : null;
}
