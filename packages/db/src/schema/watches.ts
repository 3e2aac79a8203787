import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { variants } from "./catalog.ts";
import { createdAt, instant } from "./columns.ts";
import { regions } from "./regions.ts";

/** Addresses that are told of stock. Its token ends all that the address waits for, without a sign-in. */
export const watchAddresses = pgTable("watch_address", {
  email: text().primaryKey(),
  token: text().notNull().unique(),
  createdAt: createdAt(),
});

/** Who wants to be told when a variant is back. Gone when they were told. */
export const watches = pgTable(
  "watch",
  {
    id: text().primaryKey(),
    variantId: text()
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    email: text()
      .notNull()
      .references(() => watchAddresses.email, { onDelete: "cascade" }),
    /** Known to who reads the address's mails alone: it confirms and ends this one. */
    token: text().notNull().unique(),
    language: text().$type<"en" | "de" | "ja">().notNull(),
    regionId: text()
      .notNull()
      .references(() => regions.id),
    /** Mails that asked to confirm it: a stranger's mailbox is not filled. */
    asked: integer().notNull().default(0),
    /** Null: the address has not said yet that it wants this. */
    confirmedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("watch_variant_email").on(t.variantId, t.email),
    index("watch_email").on(t.email),
    // Who came first is told first.
    index("watch_waiting")
      .on(t.variantId, t.confirmedAt, t.id)
      .where(sql`confirmed_at is not null`),
    index("watch_unconfirmed")
      .on(t.createdAt)
      .where(sql`confirmed_at is null`),
  ],
);

/** How many were told of a variant since it was last sold out, as of a version of its stock. */
export const restocks = pgTable("restock", {
  variantId: text()
    .primaryKey()
    .references(() => variants.id, { onDelete: "cascade" }),
  told: integer().notNull(),
  version: integer().notNull(),
});
