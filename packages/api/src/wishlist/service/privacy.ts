/** A user's copy of their wish list, and its end. */
import { products, wishlistItems, wishlists } from "@meridian/db/schema.ts";
import { asc, eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { emit, event } from "../../kernel/outbox.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { wishlistChanged } from "../events.ts";
import { findRow } from "./rows.ts";

/** Null: nothing was ever put on it. */
export async function exportWishlist(ctx: ServiceContext, userId: string) {
  const row = await findRow(ctx, userId);
  if (row === undefined) return null;
  const items = await ctx.db
    .select({
      productId: wishlistItems.productId,
      title: products.title,
      addedAt: wishlistItems.createdAt,
    })
    .from(wishlistItems)
    .innerJoin(products, eq(products.id, wishlistItems.productId))
    .where(eq(wishlistItems.wishlistId, row.id))
    .orderBy(asc(wishlistItems.number));
  return { sharedAt: row.sharedAt, items };
}

/** Who watches it is told that it is gone; its link leads nowhere. */
export async function eraseWishlist(tx: TransactionContext, userId: string): Promise<void> {
  const rows = await tx.db.delete(wishlists).where(eq(wishlists.userId, userId)).returning();
  await emit(
    tx,
    rows.map(({ id, version }) =>
      event(wishlistChanged, id, version + 1, { wishlistId: id, count: 0 }),
    ),
  );
}
