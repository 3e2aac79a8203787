/**
 * What the server keeps of the catalogue: for how long, and under which tags it can be thrown away.
 * Whoever changes the catalogue names the tags to `POST /internal/revalidate`; the lifetimes are the
 * safety net should that call get lost. Stock, carts, checkouts and orders are never kept.
 * Seconds. `stale`: the browser's router may reuse it; `revalidate`: renewed behind the next visit;
 * `expire`: waited for.
 */
export const lifetimes = {
  /** One product or a list of them. */
  products: { stale: 300, revalidate: 60, expire: 3600 },
  /** Categories, collections, regions: they shape the whole shop and change seldom. */
  structure: { stale: 300, revalidate: 300, expire: 86_400 },
  /** Crawlers come back after days. */
  sitemaps: { stale: 300, revalidate: 3600, expire: 86_400 },
} as const;

export const tags = {
  /** Every list and every search. */
  products: "products",
  /** What is shown of this product: its page, and its card beside others. */
  product: (handle: string) => `product:${handle}`,
  /** What is published about this product: its reviews and questions. */
  reviews: (productId: string) => `reviews:${productId}`,
  /** What categories and collections say and where they stand: the shop's menus, and every page that names one. */
  shelves: "shelves",
  regions: "regions",
} as const;
