import type { Kept } from "#browser/stored-list.ts";

/** A wish that went into the bag: what is said of it, and what the way back onto the list is called. */
export type MovedWish = { item: Kept; words: string; label: string };

const name = "meridian:moved-wish";

export function tellMovedWish(moved: MovedWish): void {
  window.dispatchEvent(new CustomEvent(name, { detail: moved }));
}

/** @returns what ends it */
export function watchMovedWishes(onMoved: (moved: MovedWish) => void): () => void {
  const hear = (event: Event) => onMoved((event as CustomEvent<MovedWish>).detail);
  window.addEventListener(name, hear);
  return () => window.removeEventListener(name, hear);
}
