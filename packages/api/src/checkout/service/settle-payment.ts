/**
 * Last step of paying: what the provider said becomes the checkout's state. Each function is one
 * transaction behind the checkout's lock and moves only an attempt that is still under way, so it
 * does not matter who settles: the request that paid, one that came later, or the recovery.
 */
import { checkouts, paymentAttempts } from "@meridian/db/schema.ts";
import { and, eq, inArray, sql } from "drizzle-orm";
import { endHoldsAt, extendHolds } from "../../inventory/service/hold-end.ts";
import type { RootContext } from "../../kernel/context.ts";
import { money, type Currency, type Money } from "../../kernel/money.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { oweRefund, payRefundOrLeaveOwed } from "../../orders/service/refunds.ts";
import { releaseCheckout } from "./close.ts";
import { placeFromCheckout } from "./place.ts";
import { closedError, lockCheckout, type AttemptRow } from "./rows.ts";
import type { Shortage } from "./take-stock.ts";

type Attempt = Pick<AttemptRow, "id" | "checkoutId">;

export type Settled =
  | { type: "placed"; orderId: string }
  /** Paid, but the stock was gone: the money goes back. */
  | { type: "sold_out"; shortage: Shortage; refund: Money; refundId: string };

/**
 * Paid: takes the stock and places the order; when there is none any more the money is owed back in
 * the same transaction, and asked for after it.
 * @throws conflict `checkout.expired` when that had happened before
 */
export async function settleSucceeded(root: RootContext, attempt: Attempt): Promise<Settled> {
  const settled = await inTransaction(root, (tx) => placeOrRefund(tx, attempt));
  if (settled.type === "sold_out") await payRefundOrLeaveOwed(root, settled.refundId);
  return settled;
}

async function placeOrRefund(
  tx: TransactionContext,
  { id, checkoutId }: Attempt,
): Promise<Settled> {
  const loaded = await lockCheckout(tx, checkoutId);
  if (loaded.row.orderId !== null) return { type: "placed", orderId: loaded.row.orderId };
  const attempt = await moveAttempt(tx, id, { state: "succeeded", failureReason: null });
  if (attempt === null) throw closedError(loaded);
  const placed = await placeFromCheckout(tx, loaded, attempt);
  if (placed.isPlaced) return { type: "placed", orderId: placed.orderId };
  const { amountMinor, currency } = attempt;
  const owed = { paymentAttemptId: id, amountMinor, currency, reason: "sold_out" } as const;
  const refundId = await oweRefund(tx, owed);
  await releaseCheckout(tx, loaded, "expired");
  const refund = money(amountMinor, currency as Currency);
  return { type: "sold_out", shortage: placed.shortage, refund, refundId };
}

/**
 * Not paid, and never will be by this attempt. The checkout is open again with all its fields and
 * its old end; when that has passed meanwhile, the stock goes back at once.
 */
export async function settleFailed(
  root: RootContext,
  attempt: Attempt,
  outcome: { state: "declined" | "abandoned"; failureReason: string | null },
): Promise<void> {
  await inTransaction(root, async (tx) => {
    const loaded = await lockCheckout(tx, attempt.checkoutId);
    if ((await moveAttempt(tx, attempt.id, outcome)) === null) return;
    const { id, expiresAt } = loaded.row;
    if (expiresAt <= loaded.now) return await releaseCheckout(tx, loaded, "expired");
    await tx.db
      .update(checkouts)
      .set({ state: "open", version: sql`${checkouts.version} + 1`, updatedAt: databaseNow })
      .where(and(eq(checkouts.id, id), eq(checkouts.state, "paying")));
    await endHoldsAt(tx, { ownerId: id, expiresAt });
  });
}

/** The shopper has to do something first; the stock waits for it, for a bounded time. */
export async function settleAction(
  root: RootContext,
  attempt: Attempt,
  actionUrl: string,
): Promise<void> {
  await inTransaction(root, async (tx) => {
    await lockCheckout(tx, attempt.checkoutId);
    const moved = await tx.db
      .update(paymentAttempts)
      .set({ state: "requires_action", actionUrl, updatedAt: databaseNow })
      .where(and(eq(paymentAttempts.id, attempt.id), eq(paymentAttempts.state, "pending")))
      .returning({ id: paymentAttempts.id });
    if (moved.length === 0) return;
    // A little longer than the shopper has, so that the recovery ends the attempt before the stock goes.
    const seconds = settingsOf(tx).paymentActionSeconds + 60;
    await extendHolds(tx, { ownerId: attempt.checkoutId, seconds });
  });
}

const databaseNow = sql`clock_timestamp()`;

/** Null when somebody else has settled it. */
async function moveAttempt(
  tx: TransactionContext,
  attemptId: string,
  to: Pick<AttemptRow, "state" | "failureReason">,
): Promise<AttemptRow | null> {
  const [moved] = await tx.db
    .update(paymentAttempts)
    .set({ ...to, updatedAt: databaseNow })
    .where(
      and(
        eq(paymentAttempts.id, attemptId),
        inArray(paymentAttempts.state, ["pending", "requires_action"]),
      ),
    )
    .returning();
  return moved ?? null;
}
