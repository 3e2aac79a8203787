/** Last step of giving money back: what the provider said becomes the refund's state, and the order's sums. */
import { orderLines, orders, paymentAttempts, refunds } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import { money, type Currency } from "../../kernel/money.ts";
import type { RefundOutcome } from "../../kernel/payment/provider.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { record } from "./transition.ts";

type RefundRow = typeof refunds.$inferSelect;
type Refused = Extract<RefundOutcome, { state: "refused" }>;

/** Moves only what is still owed, so it does not matter who settles, and how often. */
export async function settleRefund(
  tx: TransactionContext,
  refundId: string,
  outcome: RefundOutcome,
): Promise<void> {
  const [refund] = await tx.db
    .update(refunds)
    .set({
      state: outcome.state === "succeeded" ? "done" : "refused",
      failureReason: outcome.state === "succeeded" ? null : outcome.failureReason,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(refunds.id, refundId), eq(refunds.state, "owed")))
    .returning();
  if (refund === undefined) return;
  if (outcome.state === "succeeded") await book(tx, refund);
  else await takeBack(tx, refund, outcome);
}

async function book(tx: TransactionContext, refund: RefundRow): Promise<void> {
  const { id: refundId, orderId, paymentAttemptId, amountMinor } = refund;
  if (orderId === null) return await markRefunded(tx, paymentAttemptId);
  const order = await release(tx, refund, {
    refundedMinor: sql`${orders.refundedMinor} + ${amountMinor}`,
  });
  if (order.refundedMinor === order.totalMinor) await markRefunded(tx, paymentAttemptId);
  await record(tx, order, "refunded", { refundId, amount: amountOf(refund) });
}

/** The amount and the units can be refunded again; whoever decides that does, with another refund. */
async function takeBack(
  tx: TransactionContext,
  refund: RefundRow,
  { failureReason }: Refused,
): Promise<void> {
  if (refund.orderId === null) return;
  const order = await release(tx, refund);
  for (const { variantId, quantity } of refund.lines ?? [])
    await tx.db
      .update(orderLines)
      .set({ refundedQuantity: sql`${orderLines.refundedQuantity} - ${quantity}` })
      .where(and(eq(orderLines.orderId, order.id), eq(orderLines.variantId, variantId)));
  await record(tx, order, "refund_refused", {
    refundId: refund.id,
    amount: amountOf(refund),
    failureReason,
  });
}

/** The order owes it no more, for one reason or the other. */
async function release(
  tx: TransactionContext,
  { id, orderId, amountMinor }: RefundRow,
  booked: { refundedMinor?: ReturnType<typeof sql> } = {},
) {
  const [order] = await tx.db
    .update(orders)
    .set({
      ...booked,
      refundOwedMinor: sql`${orders.refundOwedMinor} - ${amountMinor}`,
      version: sql`${orders.version} + 1`,
      updatedAt: tx.clock.now().toISOString(),
    })
    .where(eq(orders.id, orderId ?? ""))
    .returning();
  if (order === undefined) throw new Error(`refund ${id} belongs to no order`);
  return order;
}

/** All that the attempt paid is back. */
async function markRefunded(tx: TransactionContext, attemptId: string): Promise<void> {
  await tx.db
    .update(paymentAttempts)
    .set({ state: "refunded", updatedAt: sql`clock_timestamp()` })
    .where(eq(paymentAttempts.id, attemptId));
}

function amountOf({ amountMinor, currency }: RefundRow) {
  return money(amountMinor, currency as Currency);
}
