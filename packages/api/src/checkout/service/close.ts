import { checkouts } from "@meridian/db/schema.ts";
import { and, inArray, sql } from "drizzle-orm";
import { releaseHolds } from "../../inventory/service/holds.ts";
import { emit, event } from "../../kernel/outbox.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { checkoutCancelled, checkoutExpired } from "../events.ts";
import type { CheckoutRow } from "./rows.ts";

/** Ends a checkout that the caller has locked, without its holds: they are released, replaced or gone. */
export async function closeCheckout(
  tx: TransactionContext,
  { row }: { row: Pick<CheckoutRow, "id"> },
  state: "expired" | "cancelled",
): Promise<void> {
  await closeCheckouts(tx, [row.id], state, ["open", "paying"]);
}

/** Ends a checkout that the caller has locked, and gives its stock back. */
export async function releaseCheckout(
  tx: TransactionContext,
  { row }: { row: Pick<CheckoutRow, "id"> },
  state: "expired" | "cancelled",
): Promise<void> {
  await releaseHolds(tx, [row.id]);
  await closeCheckout(tx, { row }, state);
}

/** Returns how many of these were in one of the states that may be left. */
export async function closeCheckouts(
  tx: TransactionContext,
  checkoutIds: readonly string[],
  state: "expired" | "cancelled",
  from: readonly ("open" | "paying")[],
): Promise<number> {
  if (checkoutIds.length === 0) return 0;
  const closed = await tx.db
    .update(checkouts)
    .set({ state, version: sql`${checkouts.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(and(inArray(checkouts.id, [...checkoutIds]), inArray(checkouts.state, [...from])))
    .returning();
  const type = state === "expired" ? checkoutExpired : checkoutCancelled;
  await emit(
    tx,
    closed.map(({ id, version, cartId }) => event(type, id, version, { checkoutId: id, cartId })),
  );
  return closed.length;
}
