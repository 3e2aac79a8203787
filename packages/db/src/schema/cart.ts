import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  char,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { createdAt, instant, language, updatedAt } from "./columns.ts";
import { variants } from "./catalog.ts";
import { regions } from "./regions.ts";

/** A guest's id is unguessable and is the token: whoever holds it may use it. A user's is that user's alone. */
export const carts = pgTable(
  "cart",
  {
    id: text().primaryKey(),
    /** Null: a guest's. */
    userId: text().references(() => users.id, { onDelete: "set null" }),
    regionId: text()
      .notNull()
      .references(() => regions.id),
    currency: char({ length: 3 }).notNull(),
    /** Where tax and shipping are estimated for; null = the region's first country. */
    country: char({ length: 2 }),
    subdivision: text(),
    /** What its words are in, and those of the order that comes of it. */
    language: language(),
    state: text()
      .$type<"active" | "ordered" | "abandoned" | "merged">()
      .notNull()
      .default("active"),
    /** The one that the shopper entered, in capitals. */
    promotionCode: text(),
    /** Where its lines went when it was merged. Never told: whoever holds this cart need not hold that one. */
    mergedInto: text().references((): AnyPgColumn => carts.id, { onDelete: "cascade" }),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("cart_user")
      .on(t.userId)
      .where(sql`state = 'active' and user_id is not null`),
    index("cart_of_user")
      .on(t.userId)
      .where(sql`user_id is not null`),
    index("cart_expiry")
      .on(t.expiresAt)
      .where(sql`state in ('active', 'merged')`),
    index("cart_merged_into")
      .on(t.mergedInto)
      .where(sql`merged_into is not null`),
    check("cart_state", sql`${t.state} in ('active', 'ordered', 'abandoned', 'merged')`),
    check("cart_merged", sql`(${t.state} = 'merged') = (${t.mergedInto} is not null)`),
  ],
);

/** One line per variant, by primary key: the same variant can't become two lines. */
export const cartLines = pgTable(
  "cart_line",
  {
    cartId: text()
      .notNull()
      .references(() => carts.id, { onDelete: "cascade" }),
    variantId: text()
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    /** What the counter adds up to, for SQL. */
    quantity: integer().notNull(),
    /** By device: units added, and taken out again. */
    counter: jsonb().$type<Record<string, [number, number]>>().notNull(),
    /** Price when it was added or last accepted: a later difference is shown to the shopper. */
    seenPriceMinor: bigint({ mode: "number" }).notNull(),
    /** Lines keep the order in which they came. */
    addedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.cartId, t.variantId] }),
    check("cart_line_quantity", sql`${t.quantity} between 1 and 999`),
  ],
);

/** Operations already answered, so that a retry of (device, seq) changes nothing and hears the same. */
export const cartOperations = pgTable(
  "cart_operation",
  {
    cartId: text().notNull(),
    device: text().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    /** Why it was adjusted or refused; null when it was applied as asked. */
    refusal: jsonb().$type<{
      status: "adjusted" | "refused";
      reason: string;
      details: Record<string, unknown>;
    }>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.cartId, t.device, t.seq] }),
    foreignKey({ columns: [t.cartId], foreignColumns: [carts.id] }).onDelete("cascade"),
  ],
);
