import type { Review } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { Byline } from "#features/reviews/byline.tsx";
import { HelpfulCount } from "#features/reviews/helpful-count.tsx";
import type { ReactionsTo } from "#features/reviews/reactions.tsx";
import { Stars } from "#features/reviews/stars.tsx";

/** Reviews as they were written: text, whatever it looks like. */
export function ReviewList({
  items,
  handle,
  isOfAll,
  Reactions = HelpfulCount,
}: {
  items: readonly Review[];
  /** The product's. */
  handle: string;
  /** Nothing was chosen: when there is none here, there is none. */
  isOfAll: boolean;
  Reactions?: ComponentType<ReactionsTo>;
}) {
  const t = useTranslations("reviews");
  if (items.length === 0)
    return <p className="max-w-prose text-quiet">{t(isOfAll ? "none" : "noneWith")}</p>;
  return (
    <ul className="divide-y divide-rule">
      {items.map((review) => (
        <li key={review.id} className="py-6 first:pt-0">
          <ReviewItem review={review}>
            <Reactions
              id={review.id}
              handle={handle}
              name={review.displayName}
              helpfulCount={review.helpfulCount}
            />
          </ReviewItem>
        </li>
      ))}
    </ul>
  );
}

function ReviewItem({ review, children }: { review: Review; children: ReactNode }) {
  const t = useTranslations("reviews");
  const { id, rating, title, body, language, displayName, publishedAt, isVerified } = review;
  return (
    <article aria-labelledby={`${id}-title`} className="grid gap-2">
      <p className="flex items-center gap-3">
        <Stars value={rating} />
        <span className="sr-only">{t("starsOf", { stars: rating })}</span>
      </p>
      <h3
        id={`${id}-title`}
        lang={language ?? undefined}
        className="font-text text-body font-semibold wrap-anywhere"
      >
        {title}
      </h3>
      <p lang={language ?? undefined} className="max-w-prose wrap-anywhere whitespace-pre-line">
        {body}
      </p>
      <Byline name={displayName} at={publishedAt} mark={isVerified ? t("verified") : undefined} />
      {children}
    </article>
  );
}
