import type { QuestionPage, ReviewPage } from "@meridian/api/reviews/contract.ts";
import { cacheLife, cacheTag } from "next/cache";
import { api } from "#api/server.ts";
import { lifetimes, tags } from "#cache-manifest.ts";

/** So many stand in the page itself. */
export const firstReviews = 6;
export const firstQuestions = 4;

async function readReviews(handle: string, productId: string): Promise<ReviewPage> {
  "use cache";
  cacheLife(lifetimes.products);
  cacheTag(tags.reviews(productId));
  return await api.reviews.list.query({ handle, limit: firstReviews });
}

async function readQuestions(handle: string, productId: string): Promise<QuestionPage> {
  "use cache";
  cacheLife(lifetimes.products);
  cacheTag(tags.reviews(productId));
  return await api.reviews.questions.query({ handle, limit: firstQuestions });
}

/** Null where they can't be had now: the page stands without them, and the browser asks for itself. */
export async function findPublished({ handle, id }: { handle: string; id: string }) {
  const [reviews, questions] = await Promise.all([
    readReviews(handle, id).catch(() => null),
    readQuestions(handle, id).catch(() => null),
  ]);
  return { reviews, questions };
}
