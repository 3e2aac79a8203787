import type { orders, orderReturns, refunds, StoredImage } from "@meridian/db/schema.ts";
import type { RegionId } from "../../catalog/contract.ts";
import { toInstant } from "../../kernel/instant.ts";
import { money, type Currency } from "../../kernel/money.ts";
import type { Order, OrderLine, OrderReturn, Refund, TimelineEntry } from "../contract.ts";
import { canMove, paymentStateOf, type Units } from "../rules.ts";

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
  returned_quantity: number;
  refunded_quantity: number;
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

type RefundRow = typeof refunds.$inferSelect;
type ReturnRow = typeof orderReturns.$inferSelect;

export type RefundJson = Pick<RefundRow, "id" | "reason" | "state" | "note" | "lines"> & {
  amount_minor: number;
  return_id: string | null;
  failure_reason: string | null;
  created_at: string;
};

export type ReturnJson = Pick<ReturnRow, "id" | "state" | "note"> & {
  lines: Units;
  created_at: string;
  updated_at: string;
};

export type WholeOrder = {
  order: typeof orders.$inferSelect;
  lines: LineJson[];
  entries: EntryJson[];
  refunds: RefundJson[];
  returns: ReturnJson[];
};

export function toOrder({ order: row, lines, entries, refunds, returns }: WholeOrder): Order {
  const currency = row.currency as Currency;
  const { id, number, state, version, email, shippingAddress, giftMessage, taxInclusive } = row;
  return {
    id,
    number,
    state,
    version,
    currency,
    language: row.language,
    email,
    shippingAddress,
    giftMessage,
    taxInclusive,
    region: row.regionId as RegionId,
    shippingOption: { id: row.shippingOptionId, label: row.shippingLabel },
    lines: lines.map((line) => toLine(line, currency)),
    promotions: row.promotions.map(({ discountMinor, ...promotion }) => ({
      ...promotion,
      reduction: money(discountMinor, currency),
    })),
    totals: {
      subtotal: money(row.subtotalMinor, currency),
      discount: money(row.discountMinor, currency),
      shipping: money(row.shippingMinor, currency),
      tax: money(row.taxMinor, currency),
      total: money(row.totalMinor, currency),
    },
    paymentState: paymentStateOf(row),
    refunded: money(row.refundedMinor, currency),
    refundable: money(refundableMinor(row), currency),
    refunds: refunds.map((refund) => toRefund(refund, currency)),
    returns: returns.map(toReturn),
    canCancel: canMove(state, "cancel"),
    timeline: entries.map(({ type, at, data }) => ({ type, at: toInstant(at), data })),
    placedAt: row.placedAt,
    updatedAt: row.updatedAt,
  };
}

/** What can still be given back of an order. */
export function refundableMinor(row: typeof orders.$inferSelect): number {
  if (row.paymentAttemptId === null) return 0;
  return row.totalMinor - row.refundedMinor - row.refundOwedMinor;
}

function toRefund(row: RefundJson, currency: Currency): Refund {
  const { id, reason, state, note, lines } = row;
  return {
    id,
    reason,
    state,
    note,
    lines,
    amount: money(row.amount_minor, currency),
    failureReason: row.failure_reason,
    returnId: row.return_id,
    createdAt: toInstant(row.created_at),
  };
}

function toReturn({ id, state, note, lines, ...row }: ReturnJson): OrderReturn {
  return {
    id,
    state,
    note,
    lines,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
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
    returnedQuantity: line.returned_quantity,
    refundedQuantity: line.refunded_quantity,
    unitPrice: money(line.unit_price_minor, currency),
    discount: money(line.discount_minor, currency),
    tax: money(line.tax_minor, currency),
    total: money(line.total_minor, currency),
  };
}
