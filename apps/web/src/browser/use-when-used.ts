import { useEffect, useState } from "react";

/** What somebody who is there does first: it comes before any press. */
const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];

/** Resolves when the page is used for the first time. */
export const used = new Promise<void>((resolve) => {
  if (typeof window === "undefined") return;
  const seen = () => {
    for (const sign of signs) window.removeEventListener(sign, seen, { capture: true });
    resolve();
  };
  for (const sign of signs)
    window.addEventListener(sign, seen, { capture: true, passive: true, once: true });
});

/** So long after it did not come it is asked for again. */
const againMs = 5_000;

/**
 * Code that a page needs only for who does something there: it is fetched at the first sign of them, and stands in nobody's way
 * before. @returns undefined until it is there
 */
export function useWhenUsed<T extends object>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    let isGone = false;
    let again: ReturnType<typeof setTimeout>;
    const take = (value: T) => {
      if (!isGone) setLoaded(value);
    };
    const fetchIt = () =>
      load().then(take, () => {
        if (!isGone) again = setTimeout(fetchIt, againMs);
      });
    void used.then(fetchIt);
    return () => {
      isGone = true;
      clearTimeout(again);
    };
  }, [load]);
  return loaded;
}
