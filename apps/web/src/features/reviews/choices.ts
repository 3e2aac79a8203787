import type { Concern, ReviewSort } from "@meridian/api/reviews/contract.ts";

/** Orders of reviews, and concerns, as the browser offers them: without the shapes that the API checks them by. */
export const sorts = ["newest", "helpful", "highest", "lowest"] as const satisfies ReviewSort[];
export const concerns = [
  "spam",
  "offensive",
  "personal_data",
  "off_topic",
  "other",
] as const satisfies Concern[];

export function toSort(text: string): ReviewSort {
  return sorts.find((sort) => sort === text) ?? "newest";
}

export function toConcern(text: string): Concern {
  return concerns.find((concern) => concern === text) ?? "other";
}
