import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, instant, language, minor, updatedAt } from "./columns.ts";
import {
  checkouts,
  paymentAttempts,
  type StoredAddress,
  type StoredImage,
  type StoredReduction,
} from "./checkout.ts";
import { regions } from "./regions.ts";

/** Order numbers that people read out on the phone: M-100001. */
export const orderNumbers = pgSequence("order_number", { startWith: 100001 });

export const orders = pgTable(
  "order",
  {
    id: text().primaryKey(),
    number: text().notNull().unique(),
    checkoutId: text()
      .notNull()
      .unique()
      .references(() => checkouts.id),
    paymentAttemptId: text()
      .unique()
      .references(() => paymentAttempts.id),
    regionId: text()
      .notNull()
      .references(() => regions.id),
    currency: char({ length: 3 }).notNull(),
    /** It was placed in it, and its mails are. */
    language: language(),
    state: text()
      .$type<"placed" | "paid" | "partly_fulfilled" | "fulfilled" | "delivered" | "cancelled">()
      .notNull()
      .default("placed"),
    version: integer().notNull().default(1),
    email: text().notNull(),
    shippingAddress: jsonb().$type<StoredAddress>().notNull(),
    shippingOptionId: text().notNull(),
    shippingLabel: text().notNull(),
    giftMessage: text(),
    taxInclusive: boolean().notNull(),
    subtotalMinor: minor().notNull(),
    discountMinor: minor().notNull().default(0),
    shippingMinor: minor().notNull(),
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    /** Gone back, as the provider confirmed. */
    refundedMinor: minor().notNull().default(0),
    /** To go back: written down, the provider has not confirmed it yet. */
    refundOwedMinor: minor().notNull().default(0),
    /** What made it cheaper; the amounts are parts of the discount. */
    promotions: jsonb().$type<StoredReduction[]>().notNull().default([]),
    placedAt: instant().notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("order_newest").on(t.placedAt.desc(), t.id.desc()),
    // Whose address it is finds what they ordered as guests.
    index("order_email").on(sql`lower(${t.email})`),
    // An order's money always adds up: tax is inside the prices (inclusive) or added on top.
    check(
      "order_total",
      sql`${t.totalMinor} = ${t.subtotalMinor} - ${t.discountMinor} + ${t.shippingMinor} + case when ${t.taxInclusive} then 0 else ${t.taxMinor} end`,
    ),
    // Never more goes back than was paid, whatever is asked at once.
    check(
      "order_refunded",
      sql`${t.refundedMinor} >= 0 and ${t.refundOwedMinor} >= 0 and ${t.refundedMinor} + ${t.refundOwedMinor} <= ${t.totalMinor}`,
    ),
    check(
      "order_state",
      sql`${t.state} in ('placed', 'paid', 'partly_fulfilled', 'fulfilled', 'delivered', 'cancelled')`,
    ),
  ],
);

export const orderLines = pgTable(
  "order_line",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    variantId: text().notNull(),
    productId: text().notNull(),
    productHandle: text().notNull(),
    title: text().notNull(),
    variantTitle: text().notNull(),
    sku: text(),
    options: jsonb().$type<Record<string, string>>().notNull(),
    image: jsonb().$type<StoredImage>(),
    quantity: integer().notNull(),
    /** Of the quantity, what was sent. */
    fulfilledQuantity: integer().notNull().default(0),
    /** Of what was sent, what is in a return that was not cancelled. */
    returnedQuantity: integer().notNull().default(0),
    /** Of the quantity, what was refunded by the unit. */
    refundedQuantity: integer().notNull().default(0),
    unitPriceMinor: minor().notNull(),
    discountMinor: minor().notNull().default(0),
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.position] }),
    index("order_line_variant").on(t.variantId),
    check("order_line_fulfilled", sql`${t.fulfilledQuantity} between 0 and ${t.quantity}`),
    check("order_line_returned", sql`${t.returnedQuantity} between 0 and ${t.fulfilledQuantity}`),
    check("order_line_refunded", sql`${t.refundedQuantity} between 0 and ${t.quantity}`),
    check(
      "order_line_total",
      sql`${t.totalMinor} = ${t.unitPriceMinor} * ${t.quantity} - ${t.discountMinor}`,
    ),
  ],
);

/** The timeline that the order page shows: one row per transition. */
export const orderEntries = pgTable(
  "order_entry",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    /** The order's version that this entry made. */
    version: integer().notNull(),
    type: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.version] })],
);

/** Stock that a cancelled or returned order gave back points here; kept for the reconciliation. */
export const orderAllocations = pgTable(
  "order_allocation",
  {
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    holdId: text().notNull(),
    variantId: text().notNull(),
    locationId: text().notNull(),
    quantity: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.holdId, t.locationId] })],
);

/** Goods that come back. What is requested is promised to come; stock changes when it is received. */
export const orderReturns = pgTable(
  "order_return",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    state: text().$type<"requested" | "received" | "cancelled">().notNull().default("requested"),
    note: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("order_return_order").on(t.orderId),
    check("order_return_state", sql`${t.state} in ('requested', 'received', 'cancelled')`),
  ],
);

export const orderReturnLines = pgTable(
  "order_return_line",
  {
    returnId: text()
      .notNull()
      .references(() => orderReturns.id, { onDelete: "cascade" }),
    variantId: text().notNull(),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.returnId, t.variantId] }),
    check("order_return_line_quantity", sql`${t.quantity} > 0`),
  ],
);

/**
 * Money that is to go back. The row is written with the change that causes it; a provider is asked
 * afterwards, with the row's id as its idempotency key, until the money is back or it refuses for good.
 */
export const refunds = pgTable(
  "refund",
  {
    id: text().primaryKey(),
    paymentAttemptId: text()
      .notNull()
      .references(() => paymentAttempts.id),
    /** Null: the payment never became an order. */
    orderId: text().references(() => orders.id),
    amountMinor: minor().notNull(),
    currency: char({ length: 3 }).notNull(),
    reason: text()
      .$type<"order_cancelled" | "sold_out" | "returned" | "damaged" | "goodwill" | "other">()
      .notNull(),
    note: text(),
    /** What it is for, when it is reckoned by the unit. */
    lines: jsonb().$type<{ variantId: string; quantity: number }[]>(),
    returnId: text().references(() => orderReturns.id),
    /** Whose request it is, by its idempotency key: asked for again after a crash, it is the same refund. */
    requestKey: text(),
    state: text().$type<"owed" | "done" | "refused">().notNull().default("owed"),
    /** Why the provider refuses it for good, in its words. */
    failureReason: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // These give back all that is left: once.
    uniqueIndex("refund_whole")
      .on(t.paymentAttemptId)
      .where(sql`reason in ('order_cancelled', 'sold_out')`),
    uniqueIndex("refund_request").on(t.orderId, t.requestKey),
    index("refund_payment").on(t.paymentAttemptId),
    index("refund_order").on(t.orderId),
    index("refund_owed")
      .on(t.updatedAt)
      .where(sql`state = 'owed'`),
    check("refund_amount", sql`${t.amountMinor} >= 0`),
    check("refund_state", sql`${t.state} in ('owed', 'done', 'refused')`),
    check(
      "refund_reason",
      sql`${t.reason} in ('order_cancelled', 'sold_out', 'returned', 'damaged', 'goodwill', 'other')`,
    ),
  ],
);
