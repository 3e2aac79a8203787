import { orderEntries, orderReturns, orders, refunds } from "@meridian/db/schema.ts";
import { eq, inArray, sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { noteOnOrder, type OrderRow } from "./transition.ts";

/** What stands where the buyer's address was. RFC 2606: mail to it goes nowhere. */
export const erasedEmail = "erased@example.invalid";

/**
 * Takes the buyer out of orders; what was bought, paid and taxed stays. Of the address the country stays, and the code of a state, since
 * tax went by them. Each order tells that it was erased, so that copies elsewhere can follow.
 * @throws conflict `order.not_sent` {orderIds} of those that could not be sent any more
 */
export async function eraseBuyers(
  tx: TransactionContext,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  const rows = await tx.db
    .select()
    .from(orders)
    .where(inArray(orders.id, [...orderIds]))
    .orderBy(orders.id)
    .for("update");
  requireSent(rows);
  for (const { id } of rows) await eraseBuyer(tx, id);
}

async function eraseBuyer(tx: TransactionContext, orderId: string): Promise<void> {
  const { db } = tx;
  await db
    .update(orders)
    .set({
      email: erasedEmail,
      giftMessage: null,
      shippingAddress: sql`jsonb_build_object('name', 'Erased', 'line1', 'Erased', 'city', 'Erased',
          'postalCode', '', 'country', shipping_address->'country')
        || case when shipping_address->>'region' ~ '^[A-Z0-9]{1,3}$'
          then jsonb_build_object('region', shipping_address->'region') else '{}' end`,
    })
    .where(eq(orders.id, orderId));
  // Written by people about people, or leading to a parcel's address.
  await db
    .update(orderEntries)
    .set({ data: sql`data - 'note' - 'trackingUrl'` })
    .where(eq(orderEntries.orderId, orderId));
  await db.update(orderReturns).set({ note: null }).where(eq(orderReturns.orderId, orderId));
  await db.update(refunds).set({ note: null }).where(eq(refunds.orderId, orderId));
  await noteOnOrder(tx, orderId, "erased", {});
}

const unsent: ReadonlySet<string> = new Set(["placed", "paid", "partly_fulfilled"]);

function requireSent(rows: readonly OrderRow[]): void {
  const orderIds = rows.filter(({ state }) => unsent.has(state)).map(({ id }) => id);
  if (orderIds.length === 0) return;
  throw new DomainError("conflict", "order.not_sent", {
    message:
      "Orders are still to be sent, and need their address until then. Cancel them, or wait.",
    details: { orderIds },
  });
}
