"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { OwnCard } from "#features/reviews/own-card.tsx";
import { ReviewForm } from "#features/reviews/review-form.tsx";
import { SignInTo } from "#features/reviews/sign-in-to.tsx";
import { useOwnContributions } from "#features/reviews/use-own-contributions.ts";

/** One's own review: to write, to see how it stands, to change or take back. */
export function OwnReview({ handle }: { handle: string }) {
  const t = useTranslations("reviews");
  const { user, data, review } = useOwnContributions(handle);
  const [isWriting, setWriting] = useState(false);
  if (user === null) return <SignInTo label={t("signInToWrite")} at="reviews" />;
  if (user === undefined || data === undefined) return null;
  if (isWriting)
    return (
      <ReviewForm
        key={review?.version}
        handle={handle}
        before={review ?? null}
        onDone={() => setWriting(false)}
      />
    );
  if (review)
    return <OwnCard contribution={review} handle={handle} onChange={() => setWriting(true)} />;
  return (
    <Button className="w-full sm:w-auto" onClick={() => setWriting(true)}>
      {t("write")}
    </Button>
  );
}
