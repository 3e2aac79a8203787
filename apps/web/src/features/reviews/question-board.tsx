"use client";

import type { QuestionPage } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { MorePages } from "#features/reviews/more-pages.tsx";
import { OnItsWay } from "#features/reviews/on-its-way.tsx";
import { OwnCard } from "#features/reviews/own-card.tsx";
import { QuestionItem } from "#features/reviews/question-item.tsx";
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
    <div className="grid max-w-4xl gap-8">
      {questions.data === undefined ? (
        <OnItsWay
          what={t("questions")}
          isTroubled={questions.isError}
          onRetry={() => void questions.refetch()}
        />
      ) : items.length === 0 ? (
        <p className="text-quiet">{t("noQuestions")}</p>
      ) : (
        <div>
          <ul className="divide-y divide-rule">
            {items.map((question) => (
              <li key={question.id} className="py-6 first:pt-0">
                <QuestionItem question={question} handle={handle} />
              </li>
            ))}
          </ul>
          <MorePages
            pages={questions}
            shown={items.length}
            total={pages[0]?.total ?? items.length}
          />
        </div>
      )}
      <Ask handle={handle} />
    </div>
  );
}

function Ask({ handle }: { handle: string }) {
  const t = useTranslations("reviews");
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
            const sent = await client.reviews.ask.mutate({ handle, ...values });
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
