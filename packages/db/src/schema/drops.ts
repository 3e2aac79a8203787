import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { carts } from "./cart.ts";
import { collections } from "./catalog.ts";
import { instant } from "./columns.ts";

/** Who was let in to a drop that has a line: this cart may hold its pieces until then. One for each place of the line. */
export const dropPasses = pgTable(
  "drop_pass",
  {
    collectionId: text()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    placeKey: text().notNull(),
    cartId: text()
      .notNull()
      .references(() => carts.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.placeKey] }),
    index("drop_pass_cart").on(t.cartId),
  ],
);
