/**
 * Names under which kept answers are thrown away. An answer that shows a product or a variant is kept under
 * its id; one that could show others, under what moves them in and out.
 */
export const tags = {
  /** Any product changed: lists, searches and counts. */
  products: "products",
  /** Any variant sold out or came back: what filters or counts by stock. */
  turns: "turns",
  /** What a category or a collection says, or where it stands. */
  shelves: "shelves",
  /** What is published about a product. */
  reviewsOf: (productId: string) => `reviews:${productId}`,
} as const;
