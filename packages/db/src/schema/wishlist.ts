import { bigint, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { products } from "./catalog.ts";
import { createdAt, instant, updatedAt } from "./columns.ts";

/** A user's wish list. Absent until something is put on it. */
export const wishlists = pgTable("wishlist", {
  id: text().primaryKey(),
  userId: text()
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: "cascade" }),
  version: integer().notNull(),
  /** Whoever has it may read the list. Null: the list is not shared. */
  shareToken: text().unique(),
  sharedAt: instant(),
  updatedAt: updatedAt(),
});

export const wishlistItems = pgTable(
  "wishlist_item",
  {
    wishlistId: text()
      .notNull()
      .references(() => wishlists.id, { onDelete: "cascade" }),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    /** The order in which they were put on the list. */
    number: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.wishlistId, t.productId] }),
    index("wishlist_item_order").on(t.wishlistId, t.number),
    index("wishlist_item_product").on(t.productId),
  ],
);
