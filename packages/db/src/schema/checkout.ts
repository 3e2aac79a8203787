import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, instant, language, minor, updatedAt } from "./columns.ts";
import { users } from "./accounts.ts";
import { carts } from "./cart.ts";
import { regions } from "./regions.ts";

export type StoredAddress = {
  name: string;
  line1: string;
  line2?: string;
  city: string;
  postalCode: string;
  region?: string;
  country: string;
  phone?: string;
};

/** A picture as the line showed it: kept with the line, so that a later change of the product does not reach it. */
export type StoredImage = {
  src: string;
  widths: number[];
  alt: string;
  width: number | null;
  height: number | null;
  placeholder: string | null;
  variantId: string | null;
};

/** What a promotion promised when the checkout began. */
export type StoredPromotion = {
  id: string;
  code: string | null;
  title: string;
  discount:
    | { type: "percentage"; basisPoints: number }
    | { type: "amount"; amount: { amountMinor: number; currency: "EUR" | "GBP" | "USD" | "JPY" } }
    | { type: "free_shipping" };
  minimumSubtotal: { amountMinor: number; currency: "EUR" | "GBP" | "USD" | "JPY" } | null;
};

/** What a promotion took off an order. */
export type StoredReduction = {
  id: string;
  code: string | null;
  title: string;
  discountMinor: number;
  freesShipping: boolean;
};

/** What an attempt pays for, to the minor unit; frozen before the provider is asked, so that the order says the same. */
export type StoredQuote = {
  taxInclusive: boolean;
  shippingLabel: string;
  subtotalMinor: number;
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  /** Absent in those from before there were promotions. */
  promotions?: StoredReduction[];
  lines: { variantId: string; discountMinor: number; taxMinor: number; totalMinor: number }[];
};

/** Stock held for one purchase, until `expiresAt`. */
export const checkouts = pgTable(
  "checkout",
  {
    id: text().primaryKey(),
    cartId: text()
      .notNull()
      .references(() => carts.id),
    cartVersion: integer().notNull(),
    /** Who was signed in as it began; what comes of it is theirs. */
    userId: text().references(() => users.id, { onDelete: "set null" }),
    regionId: text()
      .notNull()
      .references(() => regions.id),
    currency: char({ length: 3 }).notNull(),
    /** The cart's, as it began: its lines are in it. */
    language: language(),
    state: text()
      .$type<"open" | "paying" | "completed" | "expired" | "cancelled">()
      .notNull()
      .default("open"),
    version: integer().notNull().default(1),
    email: text(),
    shippingAddress: jsonb().$type<StoredAddress>(),
    shippingOptionId: text(),
    /** What somebody writes to whoever gets the parcel. */
    giftMessage: text(),
    /** Those that counted when it started: frozen as the prices are. */
    promotions: jsonb().$type<StoredPromotion[]>().notNull().default([]),
    orderId: text(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("checkout_user")
      .on(t.userId)
      .where(sql`user_id is not null`),
    index("checkout_email")
      .on(sql`lower(${t.email})`)
      .where(sql`email is not null`),
    // One purchase at a time per cart: a second start continues or replaces the first.
    uniqueIndex("checkout_open_cart")
      .on(t.cartId)
      .where(sql`state in ('open', 'paying')`),
    index("checkout_expiry")
      .on(t.expiresAt)
      .where(sql`state in ('open', 'paying')`),
    check(
      "checkout_state",
      sql`${t.state} in ('open', 'paying', 'completed', 'expired', 'cancelled')`,
    ),
    check("checkout_completed", sql`(${t.state} = 'completed') = (${t.orderId} is not null)`),
  ],
);

/** What is bought at which price, frozen when the checkout starts. */
export const checkoutLines = pgTable(
  "checkout_line",
  {
    checkoutId: text()
      .notNull()
      .references(() => checkouts.id, { onDelete: "cascade" }),
    variantId: text().notNull(),
    /** Null: the variant is not tracked, nothing had to be held. */
    holdId: text(),
    productId: text().notNull(),
    productHandle: text().notNull(),
    title: text().notNull(),
    variantTitle: text().notNull(),
    sku: text(),
    options: jsonb().$type<Record<string, string>>().notNull(),
    image: jsonb().$type<StoredImage>(),
    quantity: integer().notNull(),
    unitPriceMinor: minor().notNull(),
    /** What the cart last showed, when it differs. */
    priceBeforeMinor: minor(),
    isTaxable: boolean().notNull().default(true),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.checkoutId, t.variantId] }),
    check("checkout_line_quantity", sql`${t.quantity} between 1 and 999`),
  ],
);

/** One try to pay. Its id is the provider's idempotency key. */
export const paymentAttempts = pgTable(
  "payment_attempt",
  {
    id: text().primaryKey(),
    checkoutId: text()
      .notNull()
      .references(() => checkouts.id),
    provider: text().notNull(),
    token: text().notNull(),
    state: text()
      .$type<"pending" | "requires_action" | "succeeded" | "declined" | "abandoned" | "refunded">()
      .notNull()
      .default("pending"),
    amountMinor: minor().notNull(),
    currency: char({ length: 3 }).notNull(),
    quote: jsonb().$type<StoredQuote>().notNull(),
    failureReason: text(),
    actionUrl: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // Paying twice is impossible: at most one attempt of a checkout is under way or paid.
    uniqueIndex("payment_attempt_live")
      .on(t.checkoutId)
      .where(sql`state in ('pending', 'requires_action', 'succeeded')`),
    // The recovery job asks the provider about what was left hanging.
    index("payment_attempt_unsettled")
      .on(t.updatedAt)
      .where(sql`state in ('pending', 'requires_action')`),
    check("payment_attempt_amount", sql`${t.amountMinor} >= 0`),
    check(
      "payment_attempt_state",
      sql`${t.state} in ('pending', 'requires_action', 'succeeded', 'declined', 'abandoned', 'refunded')`,
    ),
  ],
);

/** The books of the built-in test provider: a system apart, reached only through its PaymentProvider. */
export const testCharges = pgTable(
  "test_charge",
  {
    idempotencyKey: text().primaryKey(),
    reference: text().notNull().unique(),
    amountMinor: minor().notNull(),
    currency: char({ length: 3 }).notNull(),
    state: text().$type<"requires_action" | "succeeded" | "declined" | "cancelled">().notNull(),
    failureReason: text(),
    /** Where the challenge page sends the shopper back to. */
    returnUrl: text(),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      "test_charge_state",
      sql`${t.state} in ('requires_action', 'succeeded', 'declined', 'cancelled')`,
    ),
  ],
);

/** Money that the test provider gave back. */
export const testRefunds = pgTable("test_refund", {
  idempotencyKey: text().primaryKey(),
  chargeKey: text()
    .notNull()
    .references(() => testCharges.idempotencyKey),
  amountMinor: minor().notNull(),
  createdAt: createdAt(),
});

/**
 * What an attempt is at Stripe. Written before anything there can move money, so what was paid is found again after any crash,
 * also when Stripe has forgotten the idempotency key.
 */
export const stripePayments = pgTable("stripe_payment", {
  attemptId: text().primaryKey(),
  /** `pi_...`, `cs_...` or `free`; null: cancelled before Stripe was asked, so it never will be. */
  reference: text(),
  createdAt: createdAt(),
});
