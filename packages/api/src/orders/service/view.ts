import type { orders, StoredImage } from "@meridian/db/schema.ts";
import type { RegionId } from "../../catalog/contract.ts";
import { toInstant } from "../../kernel/instant.ts";
import { money, type Currency } from "../../kernel/money.ts";
import type { Order, OrderLine, TimelineEntry } from "../contract.ts";
import { canMove } from "../rules.ts";

/** A row of order_line as Postgres makes JSON of it. */
export type LineJson = {
  variant_id: string;
  product_id: string;
  product_handle: string;
  title: string;
  variant_title: string;
  sku: string | null;
  options: Record<string, string>;
  image: StoredImage | null;
  quantity: number;
  fulfilled_quantity: number;
  unit_price_minor: number;
  discount_minor: number;
  tax_minor: number;
  total_minor: number;
};

export type EntryJson = {
  type: TimelineEntry["type"];
  at: string;
  data: Record<string, unknown>;
};

export function toOrder(
  row: typeof orders.$inferSelect,
  lines: readonly LineJson[],
  entries: readonly EntryJson[],
): Order {
  const currency = row.currency as Currency;
  const { id, number, state, version, email, shippingAddress, taxInclusive } = row;
  return {
    id,
    number,
    state,
    version,
    currency,
    email,
    shippingAddress,
    taxInclusive,
    region: row.regionId as RegionId,
    shippingOption: { id: row.shippingOptionId, label: row.shippingLabel },
    lines: lines.map((line) => toLine(line, currency)),
    totals: {
      subtotal: money(row.subtotalMinor, currency),
      discount: money(row.discountMinor, currency),
      shipping: money(row.shippingMinor, currency),
      tax: money(row.taxMinor, currency),
      total: money(row.totalMinor, currency),
    },
    refunded: money(row.refundedMinor, currency),
    canCancel: canMove(state, "cancel"),
    timeline: entries.map(({ type, at, data }) => ({ type, at: toInstant(at), data })),
    placedAt: row.placedAt,
    updatedAt: row.updatedAt,
  };
}

function toLine(line: LineJson, currency: Currency): OrderLine {
  const { title, sku, options, image, quantity } = line;
  return {
    title,
    sku,
    options,
    image,
    quantity,
    variantId: line.variant_id,
    productId: line.product_id,
    productHandle: line.product_handle,
    variantTitle: line.variant_title,
    fulfilledQuantity: line.fulfilled_quantity,
    unitPrice: money(line.unit_price_minor, currency),
    discount: money(line.discount_minor, currency),
    tax: money(line.tax_minor, currency),
    total: money(line.total_minor, currency),
  };
}
