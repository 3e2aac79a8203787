import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { placeOf } from "#features/catalog/catalog-data.ts";
import { findSurvey } from "#features/surveys/find-survey.ts";
import { StopSurveys } from "#features/surveys/stop-surveys.tsx";
import { SurveyEnd } from "#features/surveys/survey-end.tsx";
import { SurveyForm } from "#features/surveys/survey-form.tsx";

/** Read anew for each visit: what was answered is answered. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("survey");
  // The address is the key: no other site is told of it.
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function Page({
  params,
  searchParams,
}: PageProps<"/[locale]/[region]/surveys/[token]">) {
  const { token, ...address } = await params;
  const place = placeOf(address);
  if (!place) notFound();
  const { said } = await searchParams;
  const found = await findSurvey(token, place.language);
  const isStopped = said === "stopped";
  const isOpen = found.state === "open";
  return (
    <div className="wrap pt-8 lg:pt-12">
      <div className="mx-auto max-w-xl">
        {isOpen ? (
          <SurveyForm survey={found.survey} token={token} isAgain={said === "again"} />
        ) : (
          <SurveyEnd state={found.state} />
        )}
        {found.state === "unknown" ? null : (
          <StopSurveys token={token} language={place.language} isStopped={isStopped} />
        )}
      </div>
    </div>
  );
}
