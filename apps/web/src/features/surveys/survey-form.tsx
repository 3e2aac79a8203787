import type { Survey } from "@meridian/api/feedback/contract.ts";
import { useTranslations } from "next-intl";
import { AnswerForm } from "#features/surveys/answer-form.tsx";
import type { Typed } from "#features/surveys/typed-answer.ts";
import { SurveyItems } from "#features/surveys/survey-items.tsx";
import { MoreMessages } from "#i18n/browser-messages.tsx";

/** What it is about, and what is asked. */
export function SurveyForm({
  survey,
  token,
  typed,
}: {
  survey: Survey;
  token: string;
  typed: Typed | undefined;
}) {
  const t = useTranslations("survey");
  const { kind, orderNumber, questions, items } = survey;
  return (
    <>
      <h1 className="text-heading">{t(kind === "order" ? "title" : "cartTitle")}</h1>
      <p className="mt-3 mb-6 text-lead text-quiet">
        {orderNumber === null ? t("cartLead") : t("lead", { number: orderNumber })}
      </p>
      <SurveyItems items={items} />
      <MoreMessages namespaces={["survey"]}>
        <AnswerForm questions={questions} token={token} typed={typed} />
      </MoreMessages>
    </>
  );
}
