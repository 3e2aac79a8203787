/** Which cart somebody goes on with: the one of their browser, or their own. */
import type { Actor, ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { Cart, ClaimCart, MergeResult } from "../contract.ts";
import { claimCart, findOwnCart, type User } from "./own.ts";
import { noCart } from "./refusals.ts";
import { loadCart } from "./rows.ts";
import { mayUse, priceLoaded } from "./write.ts";

/** @throws not_found `cart.none` */
export async function getOwnCart(ctx: ServiceContext): Promise<Cart> {
  const cart = await findOwnCart(ctx, userOf(ctx.actor).id);
  if (cart === null) throw noCart();
  return cart;
}

/** @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId} */
export async function claimGuestCart(
  ctx: ServiceContext,
  { fromCartId }: ClaimCart,
): Promise<MergeResult> {
  return claimCart(ctx, userOf(ctx.actor), fromCartId);
}

/**
 * Of a guest the cart with this id; of a user the own one, with what the browser's cart holds. Signing in puts that
 * there already; where the process died between the two, it is done here.
 */
export async function findCurrentCart(
  ctx: ServiceContext,
  cartId: string | undefined,
): Promise<Cart | null> {
  const { actor } = ctx;
  if (actor.kind !== "user") return cartId === undefined ? null : findHeldCart(ctx, cartId);
  const own = await findOwnCart(ctx, actor.id);
  if (cartId === undefined || own?.id === cartId) return own;
  return (await claimIfThere(ctx, actor, cartId)) ?? own;
}

/** Null where there is nothing to claim: it is another user's, or has ended. */
export async function claimIfThere(
  ctx: ServiceContext,
  user: User,
  cartId: string,
): Promise<Cart | null> {
  try {
    const { cart } = await claimCart(ctx, user, cartId);
    return cart;
  } catch (error) {
    const isOver = error instanceof DomainError && /^cart\.not_(active|found)$/.test(error.reason);
    if (!isOver) throw error;
    return null;
  }
}

async function findHeldCart(ctx: ServiceContext, cartId: string): Promise<Cart | null> {
  const loaded = await loadCart(ctx.db, { cartId, now: ctx.clock.now() });
  return loaded && mayUse(ctx.actor, loaded.row) ? priceLoaded(ctx, loaded) : null;
}

/** Procedures that are only for users have seen to it. */
function userOf(actor: Actor): User {
  if (actor.kind !== "user") throw new Error("this is a user's own");
  return actor;
}
