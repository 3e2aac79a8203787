import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { placeOf } from "#features/catalog/catalog-data.ts";
import { handedToPage, setPageStatus } from "#features/stand-in/page-record.ts";
import { findSurvey, type FoundSurvey } from "#features/surveys/find-survey.ts";
import type { Typed } from "#features/surveys/typed-answer.ts";
import { StopSurveys } from "#features/surveys/stop-surveys.tsx";
import { SurveyEnd } from "#features/surveys/survey-end.tsx";
import { SurveyForm } from "#features/surveys/survey-form.tsx";

/** Read anew for each visit: what was answered is answered. */
export const instant = false;

type Props = PageProps<"/[locale]/[region]/surveys/[token]">;

const endTitles = { answered: "thanks", over: "over", unknown: "unknown" } as const;

function titleOf(found: FoundSurvey) {
  if (found.state !== "open") return endTitles[found.state];
  return found.survey.kind === "order" ? "title" : "cartTitle";
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token, ...address } = await params;
  const place = placeOf(address);
  if (!place) return {};
  const t = await getTranslations("survey");
  const title = t(titleOf(await findSurvey(token, place.language)));
  // The address is the key: no other site is told of it.
  return { title, robots: { index: false }, referrer: "same-origin" };
}

export default async function Page({ params, searchParams }: Props) {
  const { token, ...address } = await params;
  const place = placeOf(address);
  if (!place) notFound();
  const { said } = await searchParams;
  const found = await findSurvey(token, place.language);
  if (found.state === "over") setPageStatus(410);
  if (found.state === "unknown") setPageStatus(404);
  const isStopped = said === "stopped";
  const isOpen = found.state === "open";
  return (
    <div className="wrap pt-8 lg:pt-12">
      <div className="mx-auto max-w-xl">
        {isOpen ? (
          <SurveyForm
            survey={found.survey}
            token={token}
            typed={handedToPage() as Typed | undefined}
          />
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
