/**
 * What this browser last saw of the bag, for the moments before it is here: as many lines are kept free, and where none was seen, that
 * is what the page says at once. On `html` as `data-bag`: `empty`, or the number of lines, at most four.
 */
import { deviceStorage } from "#browser/storage.ts";

const key = "meridian.cart.lines";

/** Runs while the page is parsed, before anything is painted. */
export const seenBagScript = `try{document.documentElement.dataset.bag=localStorage.getItem("${key}")??"empty"}catch{}`;

export function noteSeenBag(lines: number): void {
  const seen = lines === 0 ? "empty" : String(Math.min(lines, 4));
  document.documentElement.dataset["bag"] = seen;
  deviceStorage.write(key, lines === 0 ? null : seen);
}
