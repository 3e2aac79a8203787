import { carts, checkoutLines, checkouts, paymentAttempts } from "@meridian/db/schema.ts";
import type { Executor } from "@meridian/db/client.ts";
import { eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { DomainError } from "../../kernel/errors.ts";
import { toInstant } from "../../kernel/instant.ts";
import { statement } from "../../kernel/statement.ts";
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

/** Null when there is none. */
export async function findCheckout(
  db: Executor,
  checkoutId: string,
): Promise<LoadedCheckout | null> {
  return (await readCheckouts(db, [checkoutId]))[0] ?? null;
}

/** Each checkout and its latest attempt in one statement; lines never change. */
async function readCheckouts(db: Executor, ids: readonly string[]): Promise<LoadedCheckout[]> {
  // One array: the text stays the same for every length, and is prepared.
  const isOneOf = (column: PgColumn) => sql`${column} = any(${sql.param(ids)}::text[])`;
  const heads = db
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
    .where(isOneOf(checkouts.id))
    .prepare("checkouts");
  const lines = db
    .select()
    .from(checkoutLines)
    .where(isOneOf(checkoutLines.checkoutId))
    .orderBy(checkoutLines.position)
    .prepare("checkout_lines");
  const [rows, all] = await Promise.all([heads.execute(), lines.execute()]);
  const linesOf = Map.groupBy(all, (line) => line.checkoutId);
  return rows.map((head) => ({ ...head, lines: linesOf.get(head.row.id) ?? [] }));
}

/**
 * Locks the carts, then the checkouts (the order that every writer keeps), then reads both.
 * @returns those that there are
 */
export async function lockCheckouts(
  tx: TransactionContext,
  checkoutIds: readonly string[],
): Promise<Map<string, LoadedCheckout>> {
  const ids = sql.param(checkoutIds);
  await Promise.all([
    statement(
      tx.db,
      sql`select 1 from cart
          where id in (select cart_id from checkout where id = any(${ids}::text[]))
          order by id for update`,
    ),
    statement(
      tx.db,
      sql`select 1 from checkout where id = any(${ids}::text[]) order by id for update`,
    ),
  ]);
  // Read behind the locks: what a rival committed meanwhile is seen.
  const loaded = await readCheckouts(tx.db, checkoutIds);
  return new Map(loaded.map((one) => [one.row.id, one]));
}

/** @throws not_found `checkout.not_found` {checkoutId} */
export async function lockCheckout(
  tx: TransactionContext,
  checkoutId: string,
): Promise<LoadedCheckout> {
  const loaded = (await lockCheckouts(tx, [checkoutId])).get(checkoutId);
  if (loaded === undefined) throw checkoutNotFound(checkoutId);
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
