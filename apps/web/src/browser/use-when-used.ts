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

/**
 * Code that a page needs only for who does something there: it is fetched at the first sign of them, and stands in nobody's way
 * before. @returns undefined until it is there; a `load` that failed is tried again by the next page
 */
export function useWhenUsed<T extends object>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    let isGone = false;
    const take = (value: T) => {
      if (!isGone) setLoaded(value);
    };
    void used.then(load).then(take, () => undefined);
    return () => {
      isGone = true;
    };
  }, [load]);
  return loaded;
}
