/** A survey's form is posted here, with or without scripts; its page says what came of it. */
import type { SurveyChoice } from "@meridian/api/feedback/contract.ts";
import { logFailure } from "#api/log-failure.ts";
import { problemOf } from "#api/problem.ts";
import { api } from "#api/server.ts";
import { toSurvey } from "#features/surveys/survey-address.ts";

const tries = 3;

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
  for (let left = tries; left > 0; left--) {
    try {
      await api.feedback.answer.mutate(input);
      return true;
    } catch (error) {
      const status = problemOf(error)?.status ?? 503;
      // Answered already, over or unknown: its page says so.
      if (status === 404 || status === 409 || status === 410) return true;
      if (status < 500) return false;
      logFailure(error);
    }
  }
  return false;
}

export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const hasArrived = await answer(form);
  return toSurvey(text(form, "token"), form.get("language"), hasArrived ? undefined : "again");
}
