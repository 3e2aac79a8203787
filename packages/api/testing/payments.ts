/** What payments leave behind, for tests. */
import type { Database } from "@meridian/db/client.ts";
import { checkouts, holds, orders, paymentAttempts, testCharges } from "@meridian/db/schema.ts";
import { eq, inArray, sql } from "drizzle-orm";
import type { CompletionResult } from "../src/checkout/contract.ts";
import type { Order } from "../src/orders/contract.ts";

type Charge = typeof testCharges.$inferSelect;

/** The provider's books of a checkout's attempts. */
export async function chargesOf(db: Database, checkoutId: string): Promise<Charge[]> {
  const ids = db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(eq(paymentAttempts.checkoutId, checkoutId));
  return await db.select().from(testCharges).where(inArray(testCharges.idempotencyKey, ids));
}

/** Charges that moved money. */
export async function succeededOf(db: Database, checkoutId: string): Promise<Charge[]> {
  return (await chargesOf(db, checkoutId)).filter((charge) => charge.state === "succeeded");
}

export async function ordersOf(db: Database, checkoutId: string) {
  return await db.select().from(orders).where(eq(orders.checkoutId, checkoutId));
}

export const anHourAgo = sql`clock_timestamp() - interval '1 hour'`;

/** Moves the end of a checkout and of its holds: into the past, unless told otherwise. */
export async function runOut(db: Database, checkoutId: string, at = anHourAgo): Promise<void> {
  // Reckoned once: both ends are the same instant.
  const [row] = await db
    .update(checkouts)
    .set({ expiresAt: at })
    .where(eq(checkouts.id, checkoutId))
    .returning({ expiresAt: checkouts.expiresAt });
  await db.update(holds).set({ expiresAt: row?.expiresAt }).where(eq(holds.ownerId, checkoutId));
}

export function orderOf(result: CompletionResult): Order {
  if (!("lines" in result)) throw new Error(`no order, but ${result.state}`);
  return result;
}
