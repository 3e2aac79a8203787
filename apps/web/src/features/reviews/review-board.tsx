"use client";

import type { ReviewPage } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { KeepsFocus } from "#design/keeps-focus.tsx";
import { OnItsWay } from "#design/on-its-way.tsx";
import { BoardFrame } from "#features/reviews/board-frame.tsx";
import { MorePages } from "#features/reviews/more-pages.tsx";
import { OwnReview } from "#features/reviews/own-review.tsx";
import { RatingBars } from "#features/reviews/rating-bars.tsx";
import { Reactions } from "#features/reviews/reactions.tsx";
import { ReviewList } from "#features/reviews/review-list.tsx";
import { ReviewSortSelect } from "#features/reviews/review-sort-select.tsx";
import { unchosen, useReviews } from "#features/reviews/use-reviews.ts";

/** A product's rating, its reviews as they are chosen, and one's own. @param first what the page brought */
export function ReviewBoard({ handle, first }: { handle: string; first: ReviewPage | null }) {
  const t = useTranslations("reviews");
  const [chosen, setChosen] = useState(unchosen);
  const reviews = useReviews(handle, chosen, first);
  const pages = reviews.data?.pages ?? [];
  const summary = (pages[0] ?? first)?.summary;
  const items = pages.flatMap((page) => page.items);
  const { stars } = chosen;
  const total =
    stars === null
      ? summary?.count
      : summary?.distribution.find((one) => one.stars === stars)?.count;
  return (
    <BoardFrame
      side={
        <>
          {summary && summary.count > 0 ? (
            <RatingBars
              summary={summary}
              chosen={stars}
              onChoose={(value) => setChosen({ ...chosen, stars: value })}
            />
          ) : null}
          <KeepsFocus aria-label={t("yourReview")}>
            <OwnReview handle={handle} />
          </KeepsFocus>
        </>
      }
    >
      {summary && summary.count > 1 ? (
        <ReviewSortSelect value={chosen.sort} onChange={(sort) => setChosen({ ...chosen, sort })} />
      ) : null}
      {reviews.data === undefined ? (
        <OnItsWay
          what={t("title")}
          isTroubled={reviews.isError}
          onRetry={() => void reviews.refetch()}
        />
      ) : (
        <>
          <ReviewList
            items={items}
            handle={handle}
            isOfAll={stars === null}
            Reactions={Reactions}
          />
          {items.length > 0 ? (
            <MorePages pages={reviews} shown={items.length} total={total ?? items.length} />
          ) : null}
        </>
      )}
    </BoardFrame>
  );
}
