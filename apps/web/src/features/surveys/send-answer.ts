"use server";

import type { SurveyChoice } from "@meridian/api/feedback/contract.ts";
import { refresh } from "next/cache";
import { logFailure } from "#api/log-failure.ts";
import { problemOf } from "#api/problem.ts";
import { api } from "#api/server.ts";
import { tryAgain } from "#api/try-again.ts";
import { handToPage } from "#features/stand-in/page-record.ts";

/** What was typed, for the form that did not arrive. */
export type Typed = { rating: string; choice: string; comment: string };

/** Null: it has arrived, or its page says why it can't. Browsers without scripts post it as the form that it is. */
export async function sendAnswer(_: Typed | null, form: FormData): Promise<Typed | null> {
  const typed = {
    rating: text(form, "rating"),
    choice: text(form, "choice"),
    comment: text(form, "comment"),
  };
  const isLost = !(await hasArrived(text(form, "token"), typed));
  if (isLost) handToPage(typed);
  else refresh();
  return isLost ? typed : null;
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Again under the same key while the API is out of reach: what arrived is not sent twice. */
async function hasArrived(token: string, { rating, choice, comment }: Typed): Promise<boolean> {
  const input = {
    token,
    rating: Number(rating),
    choice: (choice || null) as SurveyChoice | null,
    comment: comment || null,
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
