/** A user's own wish list. Adding and removing say what is to be so: again changes nothing, and order does not matter. */
import { products, wishlistItems } from "@meridian/db/schema.ts";
import { and, eq, inArray } from "drizzle-orm";
import type { ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { inTransaction, type TransactionContext } from "../kernel/transaction.ts";
import type { MergeWishes, OneWish, Wishlist } from "./contract.ts";
import { maxWishes } from "./contract/limits.ts";
import {
  findRow,
  lockWishlist,
  requireUser,
  toWishlist,
  writeChange,
  type Row,
} from "./service/rows.ts";

export async function getWishlist(ctx: ServiceContext): Promise<Wishlist> {
  const row = await findRow(ctx, requireUser(ctx));
  return row === undefined
    ? { id: null, version: 0, productIds: [], share: null }
    : toWishlist(ctx, row);
}

/**
 * @throws not_found `wishlist.product_not_found` {productId}; conflict `wishlist.too_many` {max}
 * @throws unauthenticated `auth.token_invalid` when the account is gone
 */
export function addWish(ctx: ServiceContext, { productId }: OneWish): Promise<Wishlist> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockWishlist(tx);
    const [found] = await keepPublic(tx, [productId]);
    if (found === undefined) throw noProduct(productId);
    return put(tx, row, [productId]);
  });
}

/**
 * What is not on the list is gone already.
 * @throws not_found `wishlist.product_not_found` {productId} when there is no such product either
 * @throws unauthenticated `auth.token_invalid` when the account is gone
 */
export function removeWish(ctx: ServiceContext, { productId }: OneWish): Promise<Wishlist> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockWishlist(tx);
    const gone = await tx.db
      .delete(wishlistItems)
      .where(and(eq(wishlistItems.wishlistId, row.id), eq(wishlistItems.productId, productId)))
      .returning();
    if (gone.length > 0) return writeChange(tx, row);
    const [known] = await tx.db
      .select({ id: products.id })
      .from(products)
      .where(eq(products.id, productId));
    if (known === undefined) throw noProduct(productId);
    return toWishlist(tx, row);
  });
}

/**
 * Adds what a guest gathered, behind what is there: all of it or, where that is too much, nothing.
 * @throws conflict `wishlist.too_many` {max}; unauthenticated `auth.token_invalid` when the account is gone
 */
export function mergeWishes(ctx: ServiceContext, { productIds }: MergeWishes): Promise<Wishlist> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockWishlist(tx);
    return put(tx, row, await keepPublic(tx, productIds));
  });
}

/** @param productIds the last added first */
async function put(
  tx: TransactionContext,
  row: Row,
  productIds: readonly string[],
): Promise<Wishlist> {
  const before = await toWishlist(tx, row);
  const known = new Set(before.productIds);
  const added = productIds.filter((id) => !known.has(id)).toReversed();
  if (added.length === 0) return before;
  if (known.size + added.length > maxWishes) throw tooMany();
  const createdAt = tx.clock.now().toISOString();
  await tx.db
    .insert(wishlistItems)
    .values(added.map((productId) => ({ wishlistId: row.id, productId, createdAt })));
  return writeChange(tx, row);
}

/** Of these, once each, what shoppers see; it stays until this is written. */
async function keepPublic(
  { db }: TransactionContext,
  productIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ id: products.id })
    .from(products)
    .where(and(inArray(products.id, [...productIds]), eq(products.status, "active")))
    .for("key share");
  const found = new Set(rows.map(({ id }) => id));
  return [...new Set(productIds)].filter((id) => found.has(id));
}

function noProduct(productId: string): DomainError {
  return new DomainError("not_found", "wishlist.product_not_found", {
    message: "There is no such product.",
    details: { productId },
  });
}

function tooMany(): DomainError {
  return new DomainError("conflict", "wishlist.too_many", {
    message: `A wish list has room for ${maxWishes}.`,
    details: { max: maxWishes },
  });
}
