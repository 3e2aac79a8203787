import { checkouts, paymentAttempts } from "@meridian/db/schema.ts";
import { eq, inArray, or, sql } from "drizzle-orm";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { eraseUses } from "../../promotions/service/uses.ts";
import { releaseCheckout } from "./close.ts";
import { closedError, isPast, lockCheckouts } from "./rows.ts";

/**
 * Takes the buyer out of their checkouts, and ends those that are open: by account, and by address, for what they did as
 * a guest.
 * @returns the ids of the checkouts, and of the orders that came of them
 * @throws conflict `checkout.not_open` {state} while one is being paid: its outcome needs the address
 */
export async function eraseCheckouts(
  tx: TransactionContext,
  { userId, email }: { userId: string; email: string },
): Promise<{ checkoutIds: string[]; orderIds: string[] }> {
  const found = await tx.db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(or(eq(checkouts.userId, userId), sql`lower(${checkouts.email}) = ${email}`));
  const checkoutIds = found.map(({ id }) => id);
  if (checkoutIds.length === 0) return { checkoutIds, orderIds: [] };
  const loaded = [...(await lockCheckouts(tx, checkoutIds)).values()];
  for (const one of loaded) {
    if (one.row.state === "paying") throw closedError(one);
    if (one.row.state !== "open") continue;
    await releaseCheckout(tx, one, isPast(one) ? "expired" : "cancelled");
  }
  await tx.db
    .update(checkouts)
    .set({
      userId: null,
      email: null,
      shippingAddress: null,
      giftMessage: null,
      version: sql`${checkouts.version} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(inArray(checkouts.id, checkoutIds));
  // What the provider's form made of a card leads to its holder.
  await tx.db
    .update(paymentAttempts)
    .set({ token: "", actionUrl: null })
    .where(inArray(paymentAttempts.checkoutId, checkoutIds));
  await eraseUses(tx, checkoutIds);
  return { checkoutIds, orderIds: loaded.flatMap(({ row }) => row.orderId ?? []) };
}
