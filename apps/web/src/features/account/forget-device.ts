import { comparison } from "#features/comparison/comparison.ts";
import { recentProducts } from "#features/recent/recent-products.ts";
import { forgetSearches } from "#features/search/recent-searches.ts";

/** What this device remembers of what was looked at and looked for. */
export function forgetDevice(): void {
  recentProducts.clear();
  comparison.clear();
  forgetSearches();
}
