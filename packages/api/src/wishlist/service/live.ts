/** What watchers of lists are sent, and who they may be. */
import type { Executor } from "@meridian/db/client.ts";
import { wishlists } from "@meridian/db/schema.ts";
import { inArray } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { Wishlist } from "../contract.ts";
import { toWishlist } from "./rows.ts";

export async function findWishlists(
  ctx: ServiceContext,
  ids: readonly string[],
): Promise<{ list: Wishlist; userId: string }[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(wishlists)
    .where(inArray(wishlists.id, [...ids]));
  const found = [];
  for (const row of rows) found.push({ list: await toWishlist(ctx, row), userId: row.userId });
  return found;
}

/** Users by the ids of their lists. */
export async function findWishlistOwners(
  db: Executor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: wishlists.id, userId: wishlists.userId })
    .from(wishlists)
    .where(inArray(wishlists.id, [...ids]));
  return new Map(rows.map(({ id, userId }) => [id, userId]));
}
