import { sql } from "drizzle-orm";
import {
  bigint,
  char,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";
import { variants } from "./catalog.ts";

export const locations = pgTable("location", {
  id: text().primaryKey(),
  name: text().notNull(),
  country: char({ length: 2 }).notNull(),
  /** The only region (deployment) that writes this location's levels. */
  homeRegion: text().notNull(),
  position: integer().notNull().default(0),
});

/**
 * Stock of one variant at one location. The hot table: narrow, and half of each page is kept free
 * so that an update stays on its page (HOT) instead of growing the index.
 * The migration sets fillfactor 50, which Drizzle cannot express.
 */
export const levels = pgTable(
  "level",
  {
    variantId: text()
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    locationId: text()
      .notNull()
      .references(() => locations.id),
    onHand: integer().notNull().default(0),
    held: integer().notNull().default(0),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.locationId] }),
    check("level_held", sql`${t.held} between 0 and ${t.onHand}`),
  ],
);

/**
 * A promise of stock with an end. One row per (hold, location): a hold that no single location
 * can serve is split. The id is made by the caller, so a retry finds the first answer.
 */
export const holds = pgTable(
  "hold",
  {
    id: text().notNull(),
    locationId: text().notNull(),
    variantId: text().notNull(),
    quantity: integer().notNull(),
    state: text().$type<"held" | "confirmed" | "released" | "expired">().notNull().default("held"),
    /** What it is held for: a checkout id, or a cart id for drops. */
    ownerId: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.locationId] }),
    index("hold_owner").on(t.ownerId),
    // The sweeper reads only what can still expire.
    index("hold_expiry")
      .on(t.expiresAt)
      .where(sql`state = 'held'`),
    index("hold_open_variant")
      .on(t.variantId)
      .where(sql`state = 'held'`),
    check("hold_quantity", sql`${t.quantity} > 0`),
    check("hold_state", sql`${t.state} in ('held', 'confirmed', 'released', 'expired')`),
  ],
);

/** Append-only ledger: `on_hand` of a level is the sum of its movements. A trigger refuses update and delete. */
export const movements = pgTable(
  "movement",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    variantId: text().notNull(),
    locationId: text().notNull(),
    delta: integer().notNull(),
    reason: text()
      .$type<
        | "received"
        | "counted"
        | "damaged"
        | "returned"
        | "sold"
        | "cancelled"
        | "transferred"
        | "imported"
      >()
      .notNull(),
    /** The order, adjustment or import that caused it. */
    reference: text(),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [
    index("movement_level").on(t.variantId, t.locationId),
    check("movement_delta", sql`${t.delta} <> 0`),
  ],
);
