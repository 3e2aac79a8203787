import type { Survey } from "@meridian/api/feedback/contract.ts";
import { useTranslations } from "next-intl";
import { Button } from "#design/button.tsx";
import { TextAreaField } from "#design/field.tsx";
import { Notice } from "#design/notice.tsx";
import { RatingChoice, ReasonChoice } from "#features/surveys/choices.tsx";
import { SurveyItems } from "#features/surveys/survey-items.tsx";

/** A form as browsers know it: it needs no script, and its fields stay when one goes back. */
export function SurveyForm({
  survey,
  token,
  isAgain,
}: {
  survey: Survey;
  token: string;
  /** It was sent, and did not arrive. */
  isAgain: boolean;
}) {
  const t = useTranslations("survey");
  const { kind, orderNumber, questions, items, language } = survey;
  return (
    <>
      <h1 className="text-heading">{t(kind === "order" ? "title" : "cartTitle")}</h1>
      <p className="mt-3 mb-6 text-lead text-quiet">
        {orderNumber === null ? t("cartLead") : t("lead", { number: orderNumber })}
      </p>
      <SurveyItems items={items} />
      <form method="post" action="/surveys/answers" className="mt-8 grid gap-8">
        {isAgain ? (
          <div role="alert">
            <Notice look="alert">{t("again")}</Notice>
          </div>
        ) : null}
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="language" value={language} />
        <RatingChoice {...questions.rating} />
        <ReasonChoice {...questions.choice} />
        <TextAreaField
          id="comment"
          name="comment"
          label={questions.comment.text}
          isOptional
          rows={4}
          maxLength={questions.comment.maxLength}
        />
        <div className="grid gap-4">
          <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
            {t("send")}
          </Button>
          <p className="text-small text-quiet">{t("privacy")}</p>
        </div>
      </form>
    </>
  );
}
