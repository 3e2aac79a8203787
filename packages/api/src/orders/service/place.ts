import type { StoredAddress, StoredQuote } from "@meridian/db/schema.ts";
import { orderAllocations, orderLines, orders, type checkoutLines } from "@meridian/db/schema.ts";
import { sql } from "drizzle-orm";
import type { Allocation } from "../../inventory/service/holds.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { moveOrder, record } from "./transition.ts";

export type PlaceOrder = {
  orderId: string;
  checkoutId: string;
  paymentAttemptId: string;
  regionId: string;
  currency: string;
  email: string;
  shippingAddress: StoredAddress;
  shippingOptionId: string;
  /** What was paid for: the order's money is copied from it, never computed again. */
  quote: StoredQuote;
  lines: (typeof checkoutLines.$inferSelect)[];
  /** Where the stock was taken from: a cancelled order gives it back there. */
  allocations: Allocation[];
};

/** Writes a paid order: placed, then paid, each with its timeline entry and event. The database checks that its money adds up. */
export async function placeOrder(tx: TransactionContext, input: PlaceOrder): Promise<void> {
  const { orderId, quote, lines, allocations, ...rest } = input;
  const { lines: quoted, ...money } = quote;
  const placedAt = tx.clock.now().toISOString();
  const [placed] = await tx.db
    .insert(orders)
    .values({
      ...rest,
      ...money,
      id: orderId,
      number: sql`'M-' || nextval('order_number')`,
      placedAt,
      updatedAt: placedAt,
    })
    .returning();
  if (placed === undefined) throw new Error("the order was not written");
  const quoteOf = new Map(quoted.map((line) => [line.variantId, line]));
  await tx.db.insert(orderLines).values(
    lines.map((line) => {
      const quotedLine = quoteOf.get(line.variantId);
      if (quotedLine === undefined) throw new Error(`the quote has no line for ${line.variantId}`);
      return { ...line, ...quotedLine, orderId };
    }),
  );
  if (allocations.length > 0)
    await tx.db.insert(orderAllocations).values(allocations.map((a) => ({ ...a, orderId })));
  await record(tx, placed, "placed");
  await moveOrder(tx, orderId, "pay", "paid");
}
