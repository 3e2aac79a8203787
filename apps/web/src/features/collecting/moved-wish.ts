import type { Kept } from "#browser/stored-list.ts";

/**
 * A wish on its way into the bag: by which variant, what is said of it when it is there, and what the way back onto the
 * list is called.
 */
export type MovedWish = { item: Kept; variantId: string; words: string; label: string };

/** Told before anybody watched. */
const waiting: MovedWish[] = [];
let watcher: ((moved: MovedWish) => unknown) | undefined;

export function tellMovedWish(moved: MovedWish): void {
  if (watcher) watcher(moved);
  else waiting.push(moved);
}

/** @returns what ends it */
export function watchMovedWishes(onMoved: (moved: MovedWish) => unknown): () => void {
  watcher = onMoved;
  for (const moved of waiting.splice(0)) onMoved(moved);
  return () => (watcher = undefined);
}
