import { users, wishlistItems, wishlists } from "@meridian/db/schema.ts";
import { desc, eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { newId } from "../../kernel/ids.ts";
import { userGone } from "../../kernel/permission.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { Wishlist } from "../contract.ts";
import { wishlistChanged } from "../events.ts";

export type Row = typeof wishlists.$inferSelect;

/** @throws forbidden `auth.user_required` */
export function requireUser({ actor }: Pick<ServiceContext, "actor">): string {
  if (actor.kind === "user") return actor.id;
  throw new DomainError("forbidden", "auth.user_required", {
    message: "This is a user's own, and nobody is there who is one.",
  });
}

export async function findRow({ db }: ServiceContext, userId: string): Promise<Row | undefined> {
  const [row] = await db.select().from(wishlists).where(eq(wishlists.userId, userId));
  return row;
}

/**
 * The user's list, made where there is none. Changes of one come one after the other, behind the user's row.
 * @throws forbidden `auth.user_required`; unauthenticated `auth.token_invalid` when the account is gone
 */
export async function lockWishlist(tx: TransactionContext): Promise<Row> {
  const userId = requireUser(tx);
  const [user] = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, userId))
    .for("no key update");
  if (user === undefined) throw userGone();
  const known = await findRow(tx, userId);
  if (known !== undefined) return known;
  const [made] = await tx.db
    .insert(wishlists)
    .values({ id: newId("wish"), userId, version: 0, updatedAt: tx.clock.now().toISOString() })
    .returning();
  if (made === undefined) throw new Error("the wish list was not written");
  return made;
}

/** Raises the version behind the lock, and tells of it. */
export async function writeChange(
  tx: TransactionContext,
  { id, version }: Row,
  share: Partial<Pick<Row, "shareToken" | "sharedAt">> = {},
): Promise<Wishlist> {
  const [row] = await tx.db
    .update(wishlists)
    .set({ ...share, version: version + 1, updatedAt: tx.clock.now().toISOString() })
    .where(eq(wishlists.id, id))
    .returning();
  if (row === undefined) throw new Error("a wish list is gone behind its user's lock");
  const list = await toWishlist(tx, row);
  const data = { wishlistId: id, count: list.productIds.length };
  await emit(tx, [event(wishlistChanged, id, row.version, data)]);
  return list;
}

export async function toWishlist({ db }: ServiceContext, row: Row): Promise<Wishlist> {
  const { id, version, shareToken, sharedAt } = row;
  const items = await db
    .select({ productId: wishlistItems.productId })
    .from(wishlistItems)
    .where(eq(wishlistItems.wishlistId, id))
    .orderBy(desc(wishlistItems.number));
  return {
    id,
    version,
    productIds: items.map(({ productId }) => productId),
    share: shareToken !== null && sharedAt !== null ? { token: shareToken, sharedAt } : null,
  };
}
