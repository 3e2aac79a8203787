/**
 * Checkouts: stock held for one purchase, what it costs, and the way to its order. What starts,
 * changes, pays and ends one is in service/. Paying never happens inside a transaction, and at most
 * one attempt of a checkout is under way or paid.
 */
import { getRegion } from "../catalog/service/regions.ts";
import { findCart } from "../cart/service.ts";
import type { ServiceContext } from "../kernel/context.ts";
import { offeredProviders } from "../kernel/payment/registry.ts";
import type { Checkout, GetCheckout } from "./contract.ts";
import { checkoutNotFound, findCheckout, type LoadedCheckout } from "./service/rows.ts";
import { toCheckout } from "./service/view.ts";

/**
 * As it is by the database's clock: one whose time is over is expired, swept or not.
 * @throws not_found `checkout.not_found` {checkoutId}
 */
export async function getCheckout(
  ctx: ServiceContext,
  { checkoutId }: GetCheckout,
): Promise<Checkout> {
  const loaded = await findCheckout(ctx.db, checkoutId);
  if (loaded === null) throw checkoutNotFound(checkoutId);
  return await showCheckout(ctx, loaded);
}

export async function showCheckout(ctx: ServiceContext, loaded: LoadedCheckout): Promise<Checkout> {
  const { regionId, language } = loaded.row;
  return toCheckout(loaded, await getRegion(ctx, regionId, language), offeredProviders(ctx));
}

/** Whether the checkout's cart can still be shopped with: an order leaves in it what came after the checkout began. */
export async function hasCartLeft(
  ctx: ServiceContext,
  { checkoutId }: GetCheckout,
): Promise<boolean> {
  const { cartId } = await getCheckout(ctx, { checkoutId });
  const cart = await findCart(ctx, { cartId });
  return cart?.state === "active";
}
