import type { Survey } from "@meridian/api/feedback/contract.ts";
import { cache } from "react";
import { problemOf } from "#api/problem.ts";
import { api } from "#api/server.ts";
import type { Language } from "#i18n/languages.ts";

export type FoundSurvey =
  | { state: "open"; survey: Survey }
  | { state: "answered" | "over" | "unknown" };

/** What a link of a mail leads to at present; asked once for a page and its title. */
export const findSurvey = cache(async (token: string, language: Language): Promise<FoundSurvey> => {
  try {
    const survey = await api.feedback.get.query({ token, language });
    return survey.state === "open" ? { state: "open", survey } : { state: "answered" };
  } catch (error) {
    const status = problemOf(error)?.status;
    if (status === 410) return { state: "over" };
    if (status === 404 || status === 400) return { state: "unknown" };
    throw error;
  }
});
