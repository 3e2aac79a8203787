"use client";

import type { Question } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { hidden } from "#design/hidden.tsx";
import { Byline } from "#features/reviews/byline.tsx";
import { Reactions } from "#features/reviews/reactions.tsx";
import { TextForm } from "#features/reviews/text-form.tsx";
import { useOwnContributions } from "#features/reviews/use-own-contributions.ts";

/** A question with its answers: the shop's first. */
export function QuestionItem({ question, handle }: { question: Question; handle: string }) {
  const t = useTranslations("reviews");
  const { id, body, displayName, publishedAt, answers } = question;
  return (
    <article aria-labelledby={`${id}-title`} className="grid gap-2">
      <h3
        id={`${id}-title`}
        className="max-w-prose font-text text-body font-semibold wrap-anywhere whitespace-pre-line"
      >
        {body}
      </h3>
      <Byline name={displayName} at={publishedAt} />
      <ul className="mt-2 grid gap-5 border-l-2 border-rule pl-5 empty:hidden">
        {answers.map((answer) => (
          <li key={answer.id} className="grid gap-1.5">
            <p className="max-w-prose wrap-anywhere whitespace-pre-line">{answer.body}</p>
            <Byline
              name={answer.displayName}
              at={answer.publishedAt}
              mark={answer.isStaff ? t("fromShop") : undefined}
            />
            <Reactions
              id={answer.id}
              handle={handle}
              name={answer.displayName}
              helpfulCount={answer.helpfulCount}
            />
          </li>
        ))}
      </ul>
      <AnswerIt id={id} handle={handle} name={displayName} />
    </article>
  );
}

function AnswerIt({ id, handle, name }: { id: string; handle: string; name: string }) {
  const t = useTranslations("reviews");
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
        const sent = await client.reviews.answer.mutate({ contributionId: id, ...values });
        await renew();
        return sent;
      }}
      onDone={() => setWriting(false)}
      onLeave={() => setWriting(false)}
    />
  );
}
