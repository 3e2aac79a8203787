"use client";

import type { ReviewPage } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MorePages } from "#features/reviews/more-pages.tsx";
import { OnItsWay } from "#features/reviews/on-its-way.tsx";
import { OwnReview } from "#features/reviews/own-review.tsx";
import { RatingBars } from "#features/reviews/rating-bars.tsx";
import { ReviewItem } from "#features/reviews/review-item.tsx";
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
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[18rem_minmax(0,1fr)] lg:items-start">
      <div className="grid gap-6">
        {summary && summary.count > 0 ? (
          <RatingBars
            summary={summary}
            chosen={stars}
            onChoose={(value) => setChosen({ ...chosen, stars: value })}
          />
        ) : null}
        <OwnReview handle={handle} />
      </div>
      <div className="min-w-0">
        {summary && summary.count > 1 ? (
          <ReviewSortSelect
            value={chosen.sort}
            onChange={(sort) => setChosen({ ...chosen, sort })}
          />
        ) : null}
        {reviews.data === undefined ? (
          <OnItsWay
            what={t("title")}
            isTroubled={reviews.isError}
            onRetry={() => void reviews.refetch()}
          />
        ) : items.length === 0 ? (
          <p className="max-w-prose text-quiet">{t(stars === null ? "none" : "noneWith")}</p>
        ) : (
          <>
            <ul className="divide-y divide-rule">
              {items.map((review) => (
                <li key={review.id} className="py-6 first:pt-0">
                  <ReviewItem review={review} handle={handle} />
                </li>
              ))}
            </ul>
            <MorePages pages={reviews} shown={items.length} total={total ?? items.length} />
          </>
        )}
      </div>
    </div>
  );
}
