import type { Wishlist } from "@meridian/api/wishlist/contract.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { withLock } from "#browser/locks.ts";
import { guestWishes } from "#features/wishlist/guest-wishes.ts";

/**
 * Puts this device's list into the account's; each tab that sees somebody signed in tries. Again does no harm, and what has no
 * answer stays here.
 * @returns the account's list, or undefined where another tab was first
 */
export async function mergeWishes(client: TRPCClient<AppRouter>): Promise<Wishlist | undefined> {
  let merged: Wishlist | undefined;
  await withLock("meridian.wishes", new AbortController().signal, async () => {
    const productIds = guestWishes.read().map(({ id }) => id);
    if (productIds.length === 0) return;
    merged = await client.wishlist.merge.mutate({ productIds });
    guestWishes.remove(productIds);
  });
  return merged;
}
