import { sql } from "drizzle-orm";
import { takeBackConsent } from "../../accounts/service/consents.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { toInstant } from "../../kernel/instant.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { AnswerSurvey, Stopped, StopSurveys, Survey } from "../contract.ts";
import { surveyAnswered } from "../events.ts";
import { requireOpen, requireSurvey, toSurvey } from "./read.ts";
import { alreadyAnswered, wrongChoice } from "./refusals.ts";

/**
 * Once, for good: what was said is not shown to who has the link, so it can't be changed there either.
 * @throws not_found `feedback.not_found`; gone `feedback.expired` {expiresAt}
 * @throws conflict `feedback.already_answered` {answeredAt}; invalid `feedback.wrong_choice` {choices}
 */
export function answerSurvey(ctx: ServiceContext, input: AnswerSurvey): Promise<Survey> {
  const { token, language, rating, choice, comment } = input;
  return inTransaction(ctx, async (tx) => {
    const row = await requireSurvey(tx, token, { isLocked: true });
    if (row.answeredAt !== null) throw alreadyAnswered(toInstant(row.answeredAt));
    requireOpen(tx, row);
    const { kind, ...survey } = await toSurvey(tx, row, language);
    const choices = survey.questions.choice.options.map(({ value }) => value);
    if (choice !== null && !choices.includes(choice)) throw wrongChoice(choices);
    const answeredAt = tx.clock.now().toISOString();
    await statement(
      tx.db,
      sql`update survey set state = 'answered', version = version + 1, rating = ${rating},
            choice = ${choice}, comment = ${comment === "" ? null : comment}, answered_at = ${answeredAt}::timestamptz
          where id = ${row.id}`,
    );
    const data = { surveyId: row.id, kind };
    await emit(tx, [event(surveyAnswered, row.id, row.version + 1, data)]);
    return { ...survey, kind, state: "answered", answeredAt };
  });
}

/**
 * By any link of a mail that asked, answered or not: its user is asked no more, until they agree anew.
 * @throws not_found `feedback.not_found`
 */
export function stopSurveys(ctx: ServiceContext, { token }: StopSurveys): Promise<Stopped> {
  return inTransaction(ctx, async (tx) => {
    const { userId } = await requireSurvey(tx, token);
    return { hasChanged: await takeBackConsent(tx, userId, "surveys") };
  });
}
