import { paymentAttempts } from "@meridian/db/schema.ts";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { RootContext, ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { requirePool } from "../../kernel/transaction.ts";
import { askToEnd, askWhatBecame } from "./ask-provider.ts";
import type { AttemptRow } from "./rows.ts";

/**
 * Finishes payments that nobody is waiting for any more: a process died, the provider's answer was
 * lost, or a shopper approved a challenge and did not come back. Paid and stock held: the order. Paid
 * and the hold is gone: the stock again, or the money back. Not paid: the stock goes back.
 * @param input.olderThanSeconds longer than a living request can take to settle what it began
 * @returns how many attempts are settled now
 */
export async function recoverPayments(
  ctx: ServiceContext,
  { limit, olderThanSeconds }: { limit: number; olderThanSeconds: number },
): Promise<number> {
  const root = requirePool(ctx);
  const { paymentActionSeconds } = settingsOf(root);
  const { state, createdAt, updatedAt } = paymentAttempts;
  const ago = (seconds: number) => sql`clock_timestamp() - make_interval(secs => ${seconds})`;
  const unsettled = await root.db
    .select({
      attempt: paymentAttempts,
      isOverdue: sql<boolean>`${state} = 'requires_action' and ${createdAt} <= ${ago(paymentActionSeconds)}`,
    })
    .from(paymentAttempts)
    .where(
      and(
        inArray(state, ["pending", "requires_action"]),
        sql`${updatedAt} <= ${ago(olderThanSeconds)}`,
      ),
    )
    // Those that wait for nobody first; then whoever was asked about the longest time ago.
    .orderBy(desc(eq(state, "pending")), asc(updatedAt))
    .limit(limit);
  let settled = 0;
  for (const { attempt, isOverdue } of unsettled)
    if (await recoverPayment(root, attempt, isOverdue)) settled++;
  return settled;
}

/** @param isOverdue the shopper had time enough for the challenge: it ends */
async function recoverPayment(
  root: RootContext,
  attempt: AttemptRow,
  isOverdue: boolean,
): Promise<boolean> {
  try {
    const answer = await (isOverdue ? askToEnd : askWhatBecame)(root, attempt);
    if (answer === "again" || "lines" in answer) return true;
  } catch (error) {
    // Declined, or sold out and refunded: that is how it ended. Anything else is tried again later.
    if (error instanceof DomainError) return true;
    root.log.error({ err: error, attemptId: attempt.id }, "payment not recovered");
  }
  await root.db
    .update(paymentAttempts)
    .set({ updatedAt: sql`clock_timestamp()` })
    .where(eq(paymentAttempts.id, attempt.id));
  return false;
}
