"use server";

import { logFailure } from "#api/log-failure.ts";
import { api } from "#api/server.ts";
import { tryAgain } from "#api/try-again.ts";
import { handToPage } from "#features/stand-in/page-record.ts";
import { answerOf, isSaidByPage, readTyped } from "#features/surveys/typed-answer.ts";

/** For browsers without scripts, which post the form as it is. What does not arrive comes back with the page. */
export async function sendAnswer(form: FormData): Promise<void> {
  if (!(await hasArrived(form))) handToPage(readTyped(form));
}

/** Again under the same key while the API is out of reach: what arrived is not sent twice. */
async function hasArrived(form: FormData): Promise<boolean> {
  const answer = answerOf(form);
  try {
    await tryAgain(() => api.feedback.answer.mutate(answer));
    return true;
  } catch (error) {
    logFailure(error);
    return isSaidByPage(error);
  }
}
