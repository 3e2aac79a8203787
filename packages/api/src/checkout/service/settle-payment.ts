/**
 * Last step of paying: what the provider said becomes the checkout's state. Each function is one
 * transaction behind the checkout's lock and moves only an attempt that is still under way, so it
 * does not matter who settles: the request that paid, one that came later, or the recovery.
 */
import { checkouts, paymentAttempts } from "@meridian/db/schema.ts";
import { and, eq, inArray, sql } from "drizzle-orm";
import { endHoldsAt, extendHolds } from "../../inventory/service/hold-end.ts";
import type { RootContext } from "../../kernel/context.ts";
import type { DomainError } from "../../kernel/errors.ts";
import type { LaneWork } from "../../kernel/lanes/lanes.ts";
import { money, type Currency, type Money } from "../../kernel/money.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { oweRefund, payRefundOrLeaveOwed } from "../../orders/service/refunds.ts";
import { giveBackUses } from "../../promotions/service/uses.ts";
import { releaseCheckout } from "./close.ts";
import { placeFromCheckouts, type Paid } from "./place.ts";
import {
  checkoutNotFound,
  closedError,
  lockCheckout,
  lockCheckouts,
  type AttemptRow,
  type CheckoutRow,
  type LoadedCheckout,
} from "./rows.ts";
import type { Shortage } from "./take-stock.ts";

type Attempt = Pick<AttemptRow, "id" | "checkoutId">;

export type Settled =
  | { type: "placed"; orderId: string }
  /** Paid, but the stock was gone: the money goes back. */
  | { type: "sold_out"; shortage: Shortage; refund: Money; refundId: string };

type Success = { attempt: Attempt; traceparent: string | undefined };

const succeeding: LaneWork<Success, Settled> = { run: placeOrRefund };

/**
 * Paid: takes the stock and places the order, together with everybody who pays at this moment; when
 * there is none any more the money is owed back in the same transaction, and asked for after it.
 * @throws conflict `checkout.expired` when that had happened before
 */
export async function settleSucceeded(root: RootContext, attempt: Attempt): Promise<Settled> {
  const { id, checkoutId } = attempt;
  const success = { attempt: { id, checkoutId }, traceparent: root.traceparent };
  const settled = await root.lanes.ask(succeeding, checkoutId, success);
  if (settled.type === "sold_out") await payRefundOrLeaveOwed(root, settled.refundId);
  return settled;
}

async function placeOrRefund(
  tx: TransactionContext,
  batch: readonly Success[],
): Promise<(Settled | DomainError)[]> {
  const checkouts = await lockCheckouts(
    tx,
    batch.map(({ attempt }) => attempt.checkoutId),
  );
  const open = batch.filter(({ attempt }) => isWithoutOrder(checkouts.get(attempt.checkoutId)));
  const moved = await moveToSucceeded(
    tx,
    open.map(({ attempt }) => attempt.id),
  );
  const paid = batch.flatMap(({ attempt: { id, checkoutId }, traceparent }): Paid[] => {
    const [loaded, attempt] = [checkouts.get(checkoutId), moved.get(id)];
    // Asked for twice in one batch: once is enough.
    moved.delete(id);
    return loaded && attempt ? [{ loaded, attempt, traceparent }] : [];
  });
  const placed = await placeFromCheckouts(tx, paid);
  const settled = new Map<string, Settled>();
  for (const [index, { loaded, attempt }] of paid.entries()) {
    const one = placed[index];
    if (one === undefined) throw new Error(`nothing became of ${attempt.id}`);
    settled.set(
      loaded.row.id,
      one.isPlaced
        ? { type: "placed", orderId: one.orderId }
        : await oweBack(tx, { loaded, attempt }, one.shortage),
    );
  }
  return batch.map(({ attempt: { checkoutId } }) => {
    const loaded = checkouts.get(checkoutId);
    if (loaded === undefined) return checkoutNotFound(checkoutId);
    const { orderId } = loaded.row;
    if (orderId !== null) return { type: "placed", orderId };
    return settled.get(checkoutId) ?? closedError(loaded);
  });
}

function isWithoutOrder(loaded: LoadedCheckout | undefined): boolean {
  return loaded?.row.orderId === null;
}

async function oweBack(
  tx: TransactionContext,
  { loaded, attempt }: Pick<Paid, "loaded" | "attempt">,
  shortage: Shortage,
): Promise<Settled> {
  const { id: paymentAttemptId, amountMinor, currency } = attempt;
  const reason = "sold_out";
  const refundId = await oweRefund(tx, { paymentAttemptId, amountMinor, currency, reason });
  await releaseCheckout(tx, loaded, "expired");
  await giveBackUses(tx, loaded.row);
  const refund = money(amountMinor, currency as Currency);
  return { type: "sold_out", shortage, refund, refundId };
}

/** Of these attempts those that nobody has settled before. */
async function moveToSucceeded(
  tx: TransactionContext,
  attemptIds: readonly string[],
): Promise<Map<string, AttemptRow>> {
  const moved = await tx.db
    .update(paymentAttempts)
    .set({ state: "succeeded", failureReason: null, updatedAt: databaseNow })
    .where(
      and(
        sql`${paymentAttempts.id} = any(${sql.param(attemptIds)}::text[])`,
        sql`${paymentAttempts.state} in ('pending', 'requires_action')`,
      ),
    )
    .returning()
    .prepare("attempts_succeeded")
    .execute();
  return new Map(moved.map((attempt) => [attempt.id, attempt]));
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
    if (loaded.row.expiresAt <= loaded.now) await releaseCheckout(tx, loaded, "expired");
    else await reopen(tx, loaded.row);
    await giveBackUses(tx, loaded.row);
  });
}

async function reopen(
  tx: TransactionContext,
  { id, expiresAt }: Pick<CheckoutRow, "id" | "expiresAt">,
): Promise<void> {
  await tx.db
    .update(checkouts)
    .set({ state: "open", version: sql`${checkouts.version} + 1`, updatedAt: databaseNow })
    .where(and(eq(checkouts.id, id), eq(checkouts.state, "paying")));
  await endHoldsAt(tx, { ownerId: id, expiresAt });
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
