"use client";

import type { QuestionPage, ReviewPage, ReviewSort } from "@meridian/api/reviews/contract.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPCClient } from "#api/browser.tsx";

export type Chosen = { sort: ReviewSort; stars: number | null };

/** As the page brought them. */
export const unchosen: Chosen = { sort: "newest", stars: null };

const step = 10;
const nextOf = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;

/**
 * Of an age that nobody reckons: who asks for the time while a page is made can't make it static.
 * Asked for again only when they are known to be others.
 */
const begunWith = <Page>(first: Page | null) =>
  first === null
    ? {}
    : {
        initialData: { pages: [first], pageParams: [""] },
        initialDataUpdatedAt: 0,
        staleTime: ({ state }: { state: { isInvalidated: boolean } }) =>
          state.isInvalidated ? 0 : ("static" as const),
      };

/** A product's reviews as they are chosen, page by page; those that the page brought are not asked for again. */
export function useReviews(handle: string, { sort, stars }: Chosen, first: ReviewPage | null) {
  const client = useTRPCClient();
  const isFirst = sort === unchosen.sort && stars === unchosen.stars;
  return useInfiniteQuery({
    queryKey: ["reviews", handle, sort, stars],
    queryFn: ({ pageParam, signal }) =>
      client.reviews.list.query(
        {
          handle,
          sort,
          limit: step,
          ...(stars !== null && { stars }),
          ...(pageParam && { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: nextOf,
    ...begunWith(isFirst ? first : null),
  });
}

export function useQuestions(handle: string, first: QuestionPage | null) {
  const client = useTRPCClient();
  return useInfiniteQuery({
    queryKey: ["questions", handle],
    queryFn: ({ pageParam, signal }) =>
      client.reviews.questions.query(
        { handle, limit: step, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: nextOf,
    ...begunWith(first),
  });
}
