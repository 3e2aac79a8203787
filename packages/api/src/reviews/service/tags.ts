import { tags } from "../../kernel/tags.ts";

/** What makes a list of what is published about a product old. */
export function tagsOfPublished({ productId }: { productId: string }): string[] {
  return [tags.reviewsOf(productId), productId];
}
