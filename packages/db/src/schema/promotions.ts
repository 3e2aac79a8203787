import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { checkouts } from "./checkout.ts";
import { createdAt, instant, minor, updatedAt } from "./columns.ts";

export const promotions = pgTable(
  "promotion",
  {
    id: text().primaryKey(),
    /** In capitals. Null: it applies by itself. */
    code: text(),
    title: text().notNull(),
    type: text().$type<"percentage" | "amount" | "free_shipping">().notNull(),
    basisPoints: integer(),
    amountMinor: minor(),
    minimumMinor: minor(),
    /** Of the amount and the minimum; null: it has neither, and applies in every currency. */
    currency: char({ length: 3 }),
    startsAt: instant().notNull(),
    endsAt: instant(),
    useLimit: integer(),
    useLimitPerEmail: integer(),
    /** Taken and not given back: as many as there are rows of promotion_use. */
    uses: integer().notNull().default(0),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("promotion_code").on(t.code),
    // What every cart has to look for: few.
    index("promotion_automatic")
      .on(t.id)
      .where(sql`code is null and is_active`),
    check(
      "promotion_type",
      sql`(${t.type} = 'percentage' and ${t.basisPoints} between 1 and 10000 and ${t.amountMinor} is null)
        or (${t.type} = 'amount' and ${t.amountMinor} > 0 and ${t.basisPoints} is null)
        or (${t.type} = 'free_shipping' and ${t.amountMinor} is null and ${t.basisPoints} is null)`,
    ),
    check(
      "promotion_currency",
      sql`(${t.currency} is null) = (${t.amountMinor} is null and ${t.minimumMinor} is null)`,
    ),
    // Lowering the limit under what was used stops it, and is no fault: that is why uses has no upper bound here.
    check("promotion_uses", sql`${t.uses} >= 0`),
    check(
      "promotion_limits",
      sql`${t.code} is not null or (${t.useLimit} is null and ${t.useLimitPerEmail} is null)`,
    ),
  ],
);

/** One use of a code: taken by the checkout that begins to pay with it, kept by its order, given back otherwise. */
export const promotionUses = pgTable(
  "promotion_use",
  {
    checkoutId: text()
      .primaryKey()
      .references(() => checkouts.id),
    promotionId: text()
      .notNull()
      .references(() => promotions.id, { onDelete: "cascade" }),
    /** Tells uses of one address apart without keeping the address. */
    emailDigest: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("promotion_use_email").on(t.promotionId, t.emailDigest)],
);
