import type { StoredAddress, StoredQuote } from "@meridian/db/schema.ts";
import { sql } from "drizzle-orm";
import type { checkoutLines } from "@meridian/db/schema.ts";
import type { Allocation } from "../../inventory/service/holds.ts";
import { event, type NewEvent } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { orderPaid, orderPlaced } from "../events.ts";

export type PlaceOrder = {
  orderId: string;
  checkoutId: string;
  paymentAttemptId: string;
  regionId: string;
  currency: string;
  language: string;
  email: string;
  shippingAddress: StoredAddress;
  shippingOptionId: string;
  giftMessage: string | null;
  /** What was paid for: the order's money is copied from it, never computed again. */
  quote: StoredQuote;
  lines: (typeof checkoutLines.$inferSelect)[];
  /** Where the stock was taken from: a cancelled order gives it back there. */
  allocations: Allocation[];
};

/**
 * Writes paid orders, as many as there are in the same number of statements: placed, then paid, each
 * with its timeline entry. The database checks that their money adds up.
 * @returns the events of each order, for its caller to emit
 */
export async function placeOrders(
  tx: TransactionContext,
  orders: readonly PlaceOrder[],
): Promise<NewEvent[][]> {
  const at = tx.clock.now().toISOString();
  const [numbers] = await Promise.all([
    insertOrders(tx, orders, at),
    insertLines(tx, orders),
    insertAllocations(tx, orders),
    insertEntries(tx, orders, at),
  ]);
  return orders.map(({ orderId }) => {
    const number = numbers.get(orderId);
    if (number === undefined) throw new Error(`order ${orderId} was not written`);
    return [
      event(orderPlaced, orderId, 1, { orderId, number, state: "placed" }),
      event(orderPaid, orderId, 2, { orderId, number, state: "paid" }),
    ];
  });
}

/** Both transitions happen at once, so the row is written as the second one leaves it. */
async function insertOrders(
  tx: TransactionContext,
  orders: readonly PlaceOrder[],
  at: string,
): Promise<Map<string, string>> {
  const rows = orders.map(({ quote, ...order }) => ({
    ...order,
    ...quote,
    id: order.orderId,
    // Those are rows of their own.
    lines: undefined,
    allocations: undefined,
  }));
  const written = await statement<{ id: string; number: string }>(
    tx.db,
    sql`insert into "order" (id, number, checkout_id, payment_attempt_id, region_id, currency, language, state,
          version, email, shipping_address, shipping_option_id, shipping_label, gift_message, tax_inclusive,
          subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, promotions,
          placed_at, updated_at)
        select o.id, 'M-' || nextval('order_number'), o."checkoutId", o."paymentAttemptId",
          o."regionId", o.currency, o.language, 'paid', 2, o.email, o."shippingAddress", o."shippingOptionId",
          o."shippingLabel", o."giftMessage", o."taxInclusive", o."subtotalMinor", o."discountMinor",
          o."shippingMinor", o."taxMinor", o."totalMinor", coalesce(o.promotions, '[]'),
          ${at}::timestamptz, ${at}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o(id text, "checkoutId" text,
          "paymentAttemptId" text, "regionId" text, currency text, language text, email text,
          "shippingAddress" jsonb, "shippingOptionId" text, "shippingLabel" text, "giftMessage" text,
          "taxInclusive" boolean, "subtotalMinor" bigint, "discountMinor" bigint,
          "shippingMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, promotions jsonb)
        returning id, number`,
  );
  return new Map(written.map(({ id, number }) => [id, number]));
}

async function insertLines(tx: TransactionContext, orders: readonly PlaceOrder[]): Promise<void> {
  const rows = orders.flatMap(({ orderId, quote, lines }) => {
    const quoteOf = new Map(quote.lines.map((line) => [line.variantId, line]));
    return lines.map((line) => {
      const quoted = quoteOf.get(line.variantId);
      if (quoted === undefined) throw new Error(`the quote has no line for ${line.variantId}`);
      return { ...line, ...quoted, orderId };
    });
  });
  await statement(
    tx.db,
    sql`insert into order_line (order_id, position, variant_id, product_id, product_handle, title,
          variant_title, sku, options, image, quantity, unit_price_minor, discount_minor, tax_minor,
          total_minor)
        select "orderId", position, "variantId", "productId", "productHandle", title, "variantTitle",
          sku, options, image, quantity, "unitPriceMinor", "discountMinor", "taxMinor", "totalMinor"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as line("orderId" text, position int,
          "variantId" text, "productId" text, "productHandle" text, title text, "variantTitle" text,
          sku text, options jsonb, image jsonb, quantity int, "unitPriceMinor" bigint,
          "discountMinor" bigint, "taxMinor" bigint, "totalMinor" bigint)`,
  );
}

async function insertAllocations(
  tx: TransactionContext,
  orders: readonly PlaceOrder[],
): Promise<void> {
  const rows = orders.flatMap(({ orderId, allocations }) =>
    allocations.map((allocation) => ({ ...allocation, orderId })),
  );
  if (rows.length === 0) return;
  await statement(
    tx.db,
    sql`insert into order_allocation (order_id, hold_id, variant_id, location_id, quantity)
        select * from unnest(
          ${sql.param(rows.map((row) => row.orderId))}::text[],
          ${sql.param(rows.map((row) => row.holdId))}::text[],
          ${sql.param(rows.map((row) => row.variantId))}::text[],
          ${sql.param(rows.map((row) => row.locationId))}::text[],
          ${sql.param(rows.map((row) => row.quantity))}::int[])`,
  );
}

async function insertEntries(
  tx: TransactionContext,
  orders: readonly PlaceOrder[],
  at: string,
): Promise<void> {
  await statement(
    tx.db,
    sql`insert into order_entry (order_id, version, type, data, at)
        select id, entry.version, entry.type, '{}', ${at}::timestamptz
        from unnest(${sql.param(orders.map((order) => order.orderId))}::text[]) as placed(id),
          (values (1, 'placed'), (2, 'paid')) as entry(version, type)`,
  );
}
