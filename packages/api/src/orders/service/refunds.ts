/**
 * Money that goes back. That it is owed is written in the transaction that causes it; the provider
 * is asked after the commit, with the refund's id as its idempotency key, as often as it takes.
 */
import { orders, paymentAttempts, refunds } from "@meridian/db/schema.ts";
import { and, asc, eq, sql } from "drizzle-orm";
import type { RootContext, ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { money, type Currency, type Money } from "../../kernel/money.ts";
import { askProvider } from "../../kernel/payment/registry.ts";
import { inTransaction, requirePool, type TransactionContext } from "../../kernel/transaction.ts";
import { settleRefund } from "./settle-refund.ts";
import type { OrderRow } from "./transition.ts";
import { refundableMinor } from "./view.ts";

type NewRefund = typeof refunds.$inferInsert;

export async function oweRefund(
  tx: TransactionContext,
  refund: Omit<NewRefund, "id">,
): Promise<string> {
  const id = newId("rfd");
  await tx.db.insert(refunds).values({ id, ...refund });
  return id;
}

/**
 * Owes a part of what was paid for an order. One update compares with what is left and takes it, so
 * whatever is asked at once, no more than the payment goes back.
 * @throws invalid `order.refund_too_high` {requested, left}, `order.nothing_to_refund`
 */
export async function oweForOrder(
  tx: TransactionContext,
  order: OrderRow,
  refund: Pick<NewRefund, "amountMinor" | "reason" | "note" | "lines" | "returnId" | "requestKey">,
): Promise<string> {
  const { id: orderId, paymentAttemptId } = order;
  const currency = order.currency as Currency;
  const { amountMinor } = refund;
  if (amountMinor <= 0) throw nothingToRefund();
  const taken = await tx.db
    .update(orders)
    .set({ refundOwedMinor: sql`${orders.refundOwedMinor} + ${amountMinor}` })
    .where(
      and(
        eq(orders.id, orderId),
        sql`${orders.refundedMinor} + ${orders.refundOwedMinor} + ${amountMinor} <= ${orders.totalMinor}`,
      ),
    )
    .returning({ id: orders.id });
  if (paymentAttemptId === null || taken.length === 0)
    throw refundTooHigh(money(amountMinor, currency), money(refundableMinor(order), currency));
  return await oweRefund(tx, { ...refund, orderId, paymentAttemptId, currency });
}

/** An order's refunds that are not paid yet. */
export async function findOwed(ctx: ServiceContext, orderId: string): Promise<string[]> {
  const owed = await ctx.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), eq(refunds.state, "owed")));
  return owed.map(({ id }) => id);
}

/** Asks the provider to give the money back, then writes down what it says. Both can be repeated. */
async function payRefund(root: RootContext, refundId: string): Promise<void> {
  const [owed] = await root.db
    .select({ refund: refunds, provider: paymentAttempts.provider })
    .from(refunds)
    .innerJoin(paymentAttempts, eq(paymentAttempts.id, refunds.paymentAttemptId))
    .where(and(eq(refunds.id, refundId), eq(refunds.state, "owed")));
  if (owed === undefined) return;
  const { paymentAttemptId: attemptId, amountMinor } = owed.refund;
  const outcome = await askProvider(root, owed.provider, (provider, signal) =>
    provider.refund({ refundId, attemptId, amountMinor, signal }),
  );
  if (outcome.state === "refused")
    root.log.error({ refundId, why: outcome.failureReason }, "a refund is refused for good");
  await inTransaction(root, (tx) => settleRefund(tx, refundId, outcome));
}

/**
 * As it says; a provider that does not answer is asked again by {@link recoverRefunds}. Returns whether it is settled: paid, or
 * refused for good.
 */
export async function payRefundOrLeaveOwed(root: RootContext, refundId: string): Promise<boolean> {
  try {
    await payRefund(root, refundId);
    return true;
  } catch (error) {
    root.log.warn({ err: error, refundId }, "refund not paid yet");
    // To the end of the queue: one refund that can't be paid must not keep back the others.
    await root.db
      .update(refunds)
      .set({ updatedAt: sql`clock_timestamp()` })
      .where(and(eq(refunds.id, refundId), eq(refunds.state, "owed")));
    return false;
  }
}

/** Pays what a crash or a provider's outage has left owed, oldest first. Returns how many are settled. */
export async function recoverRefunds(
  ctx: ServiceContext,
  { limit, olderThanSeconds }: { limit: number; olderThanSeconds: number },
): Promise<number> {
  const root = requirePool(ctx);
  const owed = await root.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(
      and(
        eq(refunds.state, "owed"),
        sql`${refunds.updatedAt} <= clock_timestamp() - make_interval(secs => ${olderThanSeconds})`,
      ),
    )
    .orderBy(asc(refunds.updatedAt))
    .limit(limit);
  let settled = 0;
  for (const { id } of owed) if (await payRefundOrLeaveOwed(root, id)) settled++;
  return settled;
}

function nothingToRefund(): DomainError {
  return new DomainError("invalid", "order.nothing_to_refund", {
    message: "There is nothing to give back for this.",
  });
}

function refundTooHigh(requested: Money, left: Money): DomainError {
  return new DomainError("invalid", "order.refund_too_high", {
    message: "That is more than is left of what was paid.",
    details: { requested, left },
  });
}
