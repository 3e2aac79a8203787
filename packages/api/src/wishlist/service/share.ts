/** A link to a list: read by whoever has it, until it is revoked. The next one is another. */
import { wishlists } from "@meridian/db/schema.ts";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { GetShared, SharedWishPage, Wishlist } from "../contract.ts";
import { readPage } from "./pages.ts";
import { lockWishlist, toWishlist, writeChange } from "./rows.ts";

/** What is shared stays shared by the same link. @throws unauthenticated `auth.token_invalid` when the account is gone */
export function shareWishlist(ctx: ServiceContext): Promise<Wishlist> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockWishlist(tx);
    if (row.shareToken !== null) return toWishlist(tx, row);
    const shareToken = randomBytes(24).toString("base64url");
    return writeChange(tx, row, { shareToken, sharedAt: tx.clock.now().toISOString() });
  });
}

/** The link leads nowhere from now on. @throws unauthenticated `auth.token_invalid` when the account is gone */
export function unshareWishlist(ctx: ServiceContext): Promise<Wishlist> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockWishlist(tx);
    if (row.shareToken === null) return toWishlist(tx, row);
    return writeChange(tx, row, { shareToken: null, sharedAt: null });
  });
}

/** @throws not_found `wishlist.share_not_found`; malformed `page.bad_cursor` */
export async function getShared(
  ctx: ServiceContext,
  { token, ...input }: GetShared,
): Promise<SharedWishPage> {
  const [row] = await ctx.db
    .select({ id: wishlists.id })
    .from(wishlists)
    .where(eq(wishlists.shareToken, token));
  if (row === undefined)
    throw new DomainError("not_found", "wishlist.share_not_found", {
      message: "There is no list at this link any more.",
    });
  const { items, nextCursor } = await readPage(ctx, row.id, input);
  return { items: items.flatMap(({ product }) => product ?? []), nextCursor };
}
