import { carts, checkoutLines, checkouts, paymentAttempts } from "@meridian/db/schema.ts";
import type { Executor } from "@meridian/db/client.ts";
import { eq, sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";
import { toInstant } from "../../kernel/instant.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";

export type CheckoutRow = typeof checkouts.$inferSelect;
export type LineRow = typeof checkoutLines.$inferSelect;
export type AttemptRow = typeof paymentAttempts.$inferSelect;

export type LoadedCheckout = {
  row: CheckoutRow;
  lines: LineRow[];
  /** The latest; null before the first try to pay. */
  attempt: AttemptRow | null;
  /** Where the cart estimated tax for, until there is an address. */
  estimate: { country: string | null; subdivision: string | null };
  /** The database's clock, which alone decides what has expired. */
  now: string;
};

/** The checkout and its latest attempt in one statement; its lines never change. Null when there is none. */
export async function findCheckout(
  db: Executor,
  checkoutId: string,
): Promise<LoadedCheckout | null> {
  const [head] = await db
    .select({
      row: checkouts,
      attempt: paymentAttempts,
      estimate: { country: carts.country, subdivision: carts.subdivision },
      now: sql<string>`clock_timestamp()`.mapWith(toInstant),
    })
    .from(checkouts)
    .innerJoin(carts, eq(carts.id, checkouts.cartId))
    .leftJoin(
      paymentAttempts,
      sql`${paymentAttempts.id} = (
        select a.id from payment_attempt a where a.checkout_id = ${checkouts.id}
        order by a.created_at desc, a.id desc limit 1)`,
    )
    .where(eq(checkouts.id, checkoutId));
  if (head === undefined) return null;
  const lines = await db
    .select()
    .from(checkoutLines)
    .where(eq(checkoutLines.checkoutId, checkoutId))
    .orderBy(checkoutLines.position);
  return { ...head, lines };
}

/**
 * Locks the cart, then the checkout (the order that every writer keeps), then reads both.
 * @throws not_found `checkout.not_found` {checkoutId}
 */
export async function lockCheckout(
  tx: TransactionContext,
  checkoutId: string,
): Promise<LoadedCheckout> {
  const [row] = await tx.db
    .select({ cartId: checkouts.cartId })
    .from(checkouts)
    .where(eq(checkouts.id, checkoutId));
  if (row === undefined) throw checkoutNotFound(checkoutId);
  await tx.db.select({ id: carts.id }).from(carts).where(eq(carts.id, row.cartId)).for("update");
  await tx.db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(eq(checkouts.id, checkoutId))
    .for("update");
  // Read behind the lock: what a rival committed meanwhile is seen.
  const loaded = await findCheckout(tx.db, checkoutId);
  if (loaded === null) throw checkoutNotFound(checkoutId);
  return loaded;
}

/** Open, but its time is over; the sweeper has not come by yet. */
export function isPast({ row, now }: Pick<LoadedCheckout, "row" | "now">): boolean {
  return row.state === "open" && row.expiresAt <= now;
}

export function checkoutNotFound(checkoutId: string): DomainError {
  return new DomainError("not_found", "checkout.not_found", {
    message: "There is no such checkout.",
    details: { checkoutId },
  });
}

/** Why a checkout that is not open, or no longer, can't be changed or paid. */
export function closedError(loaded: LoadedCheckout): DomainError {
  const { row } = loaded;
  if (row.state === "expired" || isPast(loaded)) {
    return new DomainError("conflict", "checkout.expired", {
      message: "The time to pay is over and the stock went back. Start again from the cart.",
      details: { expiredAt: row.expiresAt },
    });
  }
  return new DomainError("conflict", "checkout.not_open", {
    message: `This checkout is ${row.state}.`,
    details: { state: row.state },
  });
}
