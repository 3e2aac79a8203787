import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import type { StoredAddress } from "./checkout.ts";
import { createdAt, instant, updatedAt } from "./columns.ts";
import { regions } from "./regions.ts";

const ofUser = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Where a user has things sent to. Of those that there are, exactly one is the default. */
export const userAddresses = pgTable(
  "user_address",
  {
    id: text().primaryKey(),
    userId: ofUser(),
    address: jsonb().$type<StoredAddress>().notNull(),
    isDefault: boolean().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("user_address_user").on(t.userId),
    uniqueIndex("user_address_default")
      .on(t.userId)
      .where(sql`is_default`),
  ],
);

/** Absent until something is preferred: that is version 1. */
export const userPreferences = pgTable("user_preference", {
  userId: ofUser().primaryKey(),
  regionId: text().references(() => regions.id, { onDelete: "set null" }),
  locale: text(),
  version: integer().notNull(),
  updatedAt: updatedAt(),
});

/** What a user agreed to or took back, to which words, and when. Only ever added to; the newest counts. */
export const consents = pgTable(
  "consent",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: ofUser(),
    purpose: text().$type<"marketing" | "surveys">().notNull(),
    isGiven: boolean().notNull(),
    textVersion: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index("consent_user").on(t.userId, t.id),
    check("consent_purpose", sql`${t.purpose} in ('marketing', 'surveys')`),
  ],
);
