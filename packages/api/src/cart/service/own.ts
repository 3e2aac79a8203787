/**
 * The one cart of a user. What a guest gathered becomes part of it when that guest signs in: whoever changes whose cart
 * is whose holds the user's row, so that of two devices that sign in at once both carts are in it.
 */
import type { Executor } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import type { Actor, ServiceContext } from "../../kernel/context.ts";
import { userGone } from "../../kernel/permission.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Cart, MergeResult } from "../contract.ts";
import { mergeInto } from "./merge.ts";
import { cartNotActive, cartNotFound } from "./refusals.ts";
import { mayUse, priceLoaded, requireCart } from "./write.ts";

export type User = Extract<Actor, { kind: "user" }>;

/** Null: there is none yet, or it has ended. */
export async function findOwnCart(ctx: ServiceContext, userId: string): Promise<Cart | null> {
  const cartId = await findOwnCartId(ctx, userId);
  return cartId === null ? null : priceLoaded(ctx, await requireCart(ctx, cartId));
}

/**
 * Puts a guest's cart into the user's own; where there is none it becomes that. Again changes nothing and hears the same.
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}
 */
export async function claimCart(
  ctx: ServiceContext,
  user: User,
  fromCartId: string,
): Promise<MergeResult> {
  return inTransaction(ctx, async (tx) => {
    const cartId = await lockOwnCart(tx, user.id);
    const isOther = cartId !== null && cartId !== fromCartId;
    const merged = isOther ? await mergeInto(tx, { cartId, fromCartId }, user) : undefined;
    if (cartId === null) await becomeOwn(tx, user, fromCartId);
    await claimCheckouts(tx, user, fromCartId);
    if (isOther) await takeCheckoutAlong(tx, cartId, fromCartId);
    if (merged !== undefined) return merged;
    const cart = await priceLoaded(tx, await requireCart(tx, fromCartId));
    return { cart, version: cart.version, outcomes: [] };
  });
}

async function becomeOwn(tx: TransactionContext, user: User, cartId: string): Promise<void> {
  const { row } = await requireCart(tx, cartId);
  if (!mayUse(user, row)) throw cartNotFound(cartId);
  const taken = await statement(
    tx.db,
    sql`update cart set user_id = ${user.id}
        where id = ${cartId} and state = 'active' and (user_id is null or user_id = ${user.id})
        returning id`,
  );
  if (taken.length === 0) throw cartNotActive(cartId);
}

/** What the guest has begun to buy is the user's, too. */
async function claimCheckouts({ db }: TransactionContext, user: User, cartId: string) {
  await statement(
    db,
    sql`update checkout set user_id = ${user.id}
        where cart_id = ${cartId} and user_id is null and state in ('open', 'paying')`,
  );
}

/**
 * What the guest's checkout holds would else be kept from the user themselves, who may have come by its last unit. It is
 * one of the cart that everything is in now, but of no version of it, so the next start replaces it: holds, address and all.
 * A checkout that the user has begun elsewhere stays the one, and the guest's ends by its time.
 */
async function takeCheckoutAlong({ db }: TransactionContext, cartId: string, fromCartId: string) {
  await statement(
    db,
    sql`update checkout set cart_id = ${cartId}, cart_version = 0
        where cart_id = ${fromCartId} and state = 'open' and not exists (
          select from checkout begun where begun.cart_id = ${cartId} and begun.state in ('open', 'paying'))`,
  );
}

/**
 * The id of the user's cart, behind the lock of the user's row; one that has ended makes room for the next.
 * @throws unauthenticated `auth.token_invalid` when the account is gone
 */
export async function lockOwnCart(tx: TransactionContext, userId: string): Promise<string | null> {
  const locked = await statement(
    tx.db,
    sql`select id from "user" where id = ${userId} for no key update`,
  );
  if (locked.length === 0) throw userGone();
  await statement(
    tx.db,
    sql`update cart set user_id = null
        where user_id = ${userId} and state = 'active'
          and expires_at <= ${tx.clock.now().toISOString()}::timestamptz`,
  );
  return findOwnCartId(tx, userId);
}

async function findOwnCartId({ db, clock }: ServiceContext, userId: string) {
  const [row] = await statement<{ id: string }>(
    db,
    sql`select id from cart
        where user_id = ${userId} and state = 'active'
          and expires_at > ${clock.now().toISOString()}::timestamptz`,
  );
  return row?.id ?? null;
}

/** Which users these carts are of, of those that are no guests'. */
export async function findCartOwners(
  db: Executor,
  cartIds: readonly string[],
): Promise<Map<string, string>> {
  if (cartIds.length === 0) return new Map();
  const rows = await statement<{ id: string; userId: string }>(
    db,
    sql`select id, user_id as "userId" from cart
        where id = any(${sql.param([...cartIds])}::text[]) and user_id is not null`,
  );
  return new Map(rows.map(({ id, userId }) => [id, userId]));
}

/**
 * Nobody's from now on, and over, also for who began to change it before and waits for its row; what it still holds goes
 * back by the sweeps.
 */
export async function endOwnCarts(tx: TransactionContext, userId: string): Promise<void> {
  await statement(
    tx.db,
    sql`update cart set user_id = null,
          expires_at = case when state = 'active' then created_at else expires_at end
        where user_id = ${userId}`,
  );
}
