"use client";

import type { QuestionPage } from "@meridian/api/reviews/contract.ts";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { KeepsFocus } from "#design/keeps-focus.tsx";
import { OnItsWay } from "#design/on-its-way.tsx";
import { MorePages } from "#features/reviews/more-pages.tsx";
import { OwnCard } from "#features/reviews/own-card.tsx";
import { AnswerIt } from "#features/reviews/answer-it.tsx";
import { QuestionList } from "#features/reviews/question-list.tsx";
import { Reactions } from "#features/reviews/reactions.tsx";
import { SignInTo } from "#features/reviews/sign-in-to.tsx";
import { TextForm } from "#features/reviews/text-form.tsx";
import { useOwnContributions } from "#features/reviews/use-own-contributions.ts";
import { useQuestions } from "#features/reviews/use-reviews.ts";

/** What is asked about a product and answered, and a place to ask. @param first what the page brought */
export function QuestionBoard({ handle, first }: { handle: string; first: QuestionPage | null }) {
  const t = useTranslations("reviews");
  const questions = useQuestions(handle, first);
  const pages = questions.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  return (
    <KeepsFocus aria-label={t("questions")} className="grid max-w-4xl gap-8">
      {questions.data === undefined ? (
        <OnItsWay
          what={t("questions")}
          isTroubled={questions.isError}
          onRetry={() => void questions.refetch()}
        />
      ) : (
        <div>
          <QuestionList items={items} handle={handle} Reactions={Reactions} AnswerIt={AnswerIt} />
          {items.length > 0 ? (
            <MorePages
              pages={questions}
              shown={items.length}
              total={pages[0]?.total ?? items.length}
            />
          ) : null}
        </div>
      )}
      <Ask handle={handle} />
    </KeepsFocus>
  );
}

function Ask({ handle }: { handle: string }) {
  const t = useTranslations("reviews");
  const language = useLocale();
  const { user, data, items, client, renew } = useOwnContributions(handle);
  const [isAsking, setAsking] = useState(false);
  if (user === null) return <SignInTo label={t("signInToAsk")} at="questions" />;
  if (user === undefined || data === undefined) return null;
  const waiting = items.filter(({ kind, state }) => kind !== "review" && state !== "published");
  return (
    <div className="grid gap-4">
      {waiting.map((one) => (
        <OwnCard key={one.id} contribution={one} handle={handle} />
      ))}
      {isAsking ? (
        <TextForm
          label={t("yourQuestion")}
          send={async (values) => {
            const sent = await client.reviews.ask.mutate({ handle, language, ...values });
            await renew();
            return sent;
          }}
          onDone={() => setAsking(false)}
          onLeave={() => setAsking(false)}
        />
      ) : (
        <Button look="quiet" className="justify-self-start" onClick={() => setAsking(true)}>
          {t("ask")}
        </Button>
      )}
    </div>
  );
}
