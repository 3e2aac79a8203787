"use client";

import type { Survey } from "@meridian/api/feedback/contract.ts";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition, useState, useTransition, type SubmitEvent } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { Button } from "#design/button.tsx";
import { TextAreaField } from "#design/field.tsx";
import { Trouble } from "#design/trouble.tsx";
import { RatingChoice, ReasonChoice } from "#features/surveys/choices.tsx";
import { sendAnswer } from "#features/surveys/send-answer.ts";
import { answerOf, isSaidByPage, type Typed } from "#features/surveys/typed-answer.ts";

/**
 * Without scripts a form that is posted, and comes back filled in where it did not arrive. With them it never leaves, and asks the API itself:
 * the name of a server action may change with a release, and this page stands open for longer.
 */
export function AnswerForm({
  questions,
  token,
  typed,
}: Pick<Survey, "questions"> & {
  token: string;
  /** Undefined: this was not sent before. */
  typed: Typed | undefined;
}) {
  const t = useTranslations("survey");
  const client = useTRPCClient();
  const router = useRouter();
  const [hasFailed, setFailed] = useState(false);
  const [isSending, send] = useTransition();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const answer = answerOf(new FormData(event.currentTarget));
    setFailed(false);
    send(async () => {
      try {
        await client.feedback.answer.mutate(answer);
      } catch (error) {
        if (!isSaidByPage(error)) return setFailed(true);
      }
      startTransition(() => router.refresh());
    });
  };
  return (
    <form action={sendAnswer} onSubmit={onSubmit} className="mt-8 grid gap-8">
      <input type="hidden" name="token" value={token} />
      <RatingChoice {...questions.rating} chosen={typed?.rating} />
      <ReasonChoice {...questions.choice} chosen={typed?.choice} />
      <TextAreaField
        id="comment"
        name="comment"
        label={questions.comment.text}
        isOptional
        rows={4}
        maxLength={questions.comment.maxLength}
        defaultValue={typed?.comment}
      />
      <div className="grid gap-4">
        <Trouble>{hasFailed || typed ? t("again") : undefined}</Trouble>
        <Button
          type="submit"
          aria-disabled={isSending}
          className="w-full sm:w-auto sm:justify-self-start"
        >
          {t(isSending ? "sending" : "send")}
        </Button>
        <p className="text-small text-quiet">{t("privacy")}</p>
      </div>
    </form>
  );
}
