import type { Question } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { Byline } from "#features/reviews/byline.tsx";
import { HelpfulCount } from "#features/reviews/helpful-count.tsx";
import type { ReactionsTo } from "#features/reviews/reactions.tsx";

export type AnswerTo = { id: string; handle: string; name: string };

type Additions = {
  /** The product's. */
  handle: string;
  Reactions?: ComponentType<ReactionsTo>;
  AnswerIt?: ComponentType<AnswerTo>;
};

/** Questions with their answers: the shop's first. */
export function QuestionList({ items, ...additions }: { items: readonly Question[] } & Additions) {
  const t = useTranslations("reviews");
  if (items.length === 0) return <p className="text-quiet">{t("noQuestions")}</p>;
  return (
    <ul className="divide-y divide-rule">
      {items.map((question) => (
        <li key={question.id} className="py-6 first:pt-0">
          <QuestionItem question={question} {...additions} />
        </li>
      ))}
    </ul>
  );
}

function QuestionItem({
  question,
  handle,
  Reactions = HelpfulCount,
  AnswerIt,
}: { question: Question } & Additions) {
  const t = useTranslations("reviews");
  const { id, body, language, displayName, publishedAt, answers } = question;
  return (
    <article aria-labelledby={`${id}-title`} className="grid gap-2">
      <h3
        id={`${id}-title`}
        lang={language ?? undefined}
        className="max-w-prose font-text text-body font-semibold wrap-anywhere whitespace-pre-line"
      >
        {body}
      </h3>
      <Byline name={displayName} at={publishedAt} />
      <ul className="mt-2 grid gap-5 border-l-2 border-rule pl-5 empty:hidden">
        {answers.map((answer) => (
          <li key={answer.id} className="grid gap-1.5">
            <p
              lang={answer.language ?? undefined}
              className="max-w-prose wrap-anywhere whitespace-pre-line"
            >
              {answer.body}
            </p>
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
      {AnswerIt ? <AnswerIt id={id} handle={handle} name={displayName} /> : null}
    </article>
  );
}
