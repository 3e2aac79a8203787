"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { hidden } from "#design/hidden.tsx";
import type { AnswerTo } from "#features/reviews/question-list.tsx";
import { TextForm } from "#features/reviews/text-form.tsx";
import { useOwnContributions } from "#features/reviews/use-own-contributions.ts";

/** A place to answer a question, for who is signed in. */
export function AnswerIt({ id, handle, name }: AnswerTo) {
  const t = useTranslations("reviews");
  const language = useLocale();
  const { user, data, client, renew } = useOwnContributions(handle);
  const [isWriting, setWriting] = useState(false);
  if (!user || data === undefined) return null;
  if (!isWriting)
    return (
      <Button
        look="bare"
        className="justify-self-start text-small"
        onClick={() => setWriting(true)}
      >
        {t.rich("answer", { name, hidden })}
      </Button>
    );
  return (
    <TextForm
      label={t("yourAnswer")}
      send={async (values) => {
        const sent = await client.reviews.answer.mutate({
          contributionId: id,
          language,
          ...values,
        });
        await renew();
        return sent;
      }}
      onDone={() => setWriting(false)}
      onLeave={() => setWriting(false)}
    />
  );
}
