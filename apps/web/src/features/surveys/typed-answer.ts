import type { SurveyChoice } from "@meridian/api/feedback/contract.ts";
import { problemOf } from "#api/problem.ts";
import { randomId } from "#browser/random-id.ts";

/** What was typed, for the form that did not arrive. */
export type Typed = { rating: string; choice: string; comment: string };

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export function readTyped(form: FormData): Typed {
  return {
    rating: text(form, "rating"),
    choice: text(form, "choice"),
    comment: text(form, "comment"),
  };
}

/** What the API is told; it counts once, however often it is sent. */
export function answerOf(form: FormData) {
  const { rating, choice, comment } = readTyped(form);
  return {
    token: text(form, "token"),
    rating: Number(rating),
    choice: (choice || null) as SurveyChoice | null,
    comment: comment || null,
    idempotencyKey: randomId(),
  };
}

/** Answered already, over or unknown: its page says so. */
export function isSaidByPage(error: unknown): boolean {
  return [404, 409, 410].includes(problemOf(error)?.status ?? 503);
}
