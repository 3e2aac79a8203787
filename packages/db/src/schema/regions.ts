import {
  boolean,
  char,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { minor } from "./columns.ts";

/** A market: one currency, one way to show tax, the countries it ships to. */
export const regions = pgTable("region", {
  id: text().primaryKey(),
  name: text().notNull(),
  currency: char({ length: 3 }).notNull(),
  /** True: prices contain tax (eu, uk, jp). False: tax is added (us). */
  taxInclusive: boolean().notNull(),
  /** ISO 3166-1 alpha-2; the first is where totals are estimated until an address is known. */
  countries: jsonb().$type<string[]>().notNull(),
  locale: text().notNull(),
  position: integer().notNull().default(0),
});

/** Tax in basis points (1900 = 19 %) by country, and by subdivision where a country needs it ("" = whole country). */
export const taxRates = pgTable(
  "tax_rate",
  {
    regionId: text()
      .notNull()
      .references(() => regions.id),
    country: char({ length: 2 }).notNull(),
    subdivision: text().notNull().default(""),
    basisPoints: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.country, t.subdivision] }),
    check("tax_rate_range", sql`${t.basisPoints} between 0 and 10000`),
  ],
);

export const shippingOptions = pgTable(
  "shipping_option",
  {
    regionId: text()
      .notNull()
      .references(() => regions.id),
    /** `standard`, `express`: unique within its region. */
    id: text().notNull(),
    label: text().notNull(),
    priceMinor: minor().notNull(),
    /** Free from this subtotal on; null = never. */
    freeFromMinor: minor(),
    minDays: integer().notNull(),
    maxDays: integer().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.id] }),
    check("shipping_option_price", sql`${t.priceMinor} >= 0`),
  ],
);
