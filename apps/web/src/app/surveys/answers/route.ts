/** A survey's form is posted here, with or without scripts; its page says what came of it. */
import type { SurveyChoice } from "@meridian/api/feedback/contract.ts";
import { logFailure } from "#api/log-failure.ts";
import { problemOf } from "#api/problem.ts";
import { api } from "#api/server.ts";
import { tryAgain } from "#api/try-again.ts";
import { toSurvey } from "#features/surveys/survey-address.ts";

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Again under the same key while the API is out of reach: what arrived is not sent twice. */
async function answer(form: FormData): Promise<boolean> {
  const input = {
    token: text(form, "token"),
    rating: Number(text(form, "rating")),
    choice: (text(form, "choice") || null) as SurveyChoice | null,
    comment: text(form, "comment") || null,
    idempotencyKey: crypto.randomUUID(),
  };
  try {
    await tryAgain(() => api.feedback.answer.mutate(input));
    return true;
  } catch (error) {
    logFailure(error);
    // Answered already, over or unknown: its page says so.
    return [404, 409, 410].includes(problemOf(error)?.status ?? 503);
  }
}

export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const hasArrived = await answer(form);
  return toSurvey(text(form, "token"), form.get("language"), hasArrived ? undefined : "again");
}
