"use client";

import type { Review } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import { Byline } from "#features/reviews/byline.tsx";
import { Reactions } from "#features/reviews/reactions.tsx";
import { Stars } from "#features/reviews/stars.tsx";

/** One review as it was written: text, whatever it looks like. */
export function ReviewItem({ review, handle }: { review: Review; handle: string }) {
  const t = useTranslations("reviews");
  const { id, rating, title, body, displayName, publishedAt, isVerified, helpfulCount } = review;
  return (
    <article aria-labelledby={`${id}-title`} className="grid gap-2">
      <p className="flex items-center gap-3">
        <Stars value={rating} />
        <span className="sr-only">{t("starsOf", { stars: rating })}</span>
      </p>
      <h3 id={`${id}-title`} className="font-text text-body font-semibold wrap-anywhere">
        {title}
      </h3>
      <p className="max-w-prose wrap-anywhere whitespace-pre-line">{body}</p>
      <Byline name={displayName} at={publishedAt} mark={isVerified ? t("verified") : undefined} />
      <Reactions id={id} handle={handle} name={displayName} helpfulCount={helpfulCount} />
    </article>
  );
}
