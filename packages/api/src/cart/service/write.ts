import { sql } from "drizzle-orm";
import { getRegion } from "../../catalog/service/regions.ts";
import { keepHolds, provisionalSeconds } from "../../inventory/service/hold-end.ts";
import { holdStock } from "../../inventory/service/holds.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { Actor, ServiceContext } from "../../kernel/context.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { type Cart, cartDays } from "../contract.ts";
import { cartChanged } from "../events.ts";
import { cartNotActive, cartNotFound, versionMismatch } from "./refusals.ts";
import { type CartRow, type LineRow, loadCart, type LoadCart, type LoadedCart } from "./rows.ts";
import { toCart } from "./view.ts";

export async function priceLoaded(
  ctx: ServiceContext,
  loaded: Pick<LoadedCart, "row" | "lines" | "promotions">,
): Promise<Cart> {
  return toCart(loaded, await getRegion(ctx, loaded.row.regionId), ctx.clock.now());
}

/** @throws not_found `cart.not_found` {cartId} */
export async function requireCart(
  ctx: ServiceContext,
  cartId: string,
  asked: Pick<LoadCart, "variantIds" | "operations" | "promotionCode"> = {},
): Promise<LoadedCart> {
  const loaded = await loadCart(ctx.db, { ...asked, cartId, now: ctx.clock.now() });
  if (!loaded) throw cartNotFound(cartId);
  return loaded;
}

/** As {@link requireCart}, for who asks: a user's cart is nobody else's. @throws not_found `cart.not_found` {cartId} */
export async function requireHeldCart(
  ctx: ServiceContext,
  cartId: string,
  asked: Pick<LoadCart, "variantIds" | "operations" | "promotionCode"> = {},
): Promise<LoadedCart> {
  const loaded = await requireCart(ctx, cartId, asked);
  if (!mayUse(ctx.actor, loaded.row)) throw cartNotFound(cartId);
  return loaded;
}

export function mayUse(actor: Actor, { userId }: Pick<CartRow, "userId">): boolean {
  return userId === null || (actor.kind === "user" && actor.id === userId);
}

/** When a cart that changes now will end. */
export function cartEnd(ctx: ServiceContext): string {
  return new Date(ctx.clock.now().getTime() + cartDays * 86_400_000).toISOString();
}

/**
 * Takes the cart's row, so that its writers come one after the other; what is read behind it is the present.
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}
 */
export async function lockActiveCart(tx: TransactionContext, cartId: string): Promise<void> {
  const [row] = await statement<{ isActive: boolean }>(
    tx.db,
    sql`select state = 'active' as "isActive" from cart
        where id = ${cartId} and state <> 'abandoned'
          and expires_at > ${tx.clock.now().toISOString()}::timestamptz
        for update`,
  );
  if (!row) throw cartNotFound(cartId);
  if (!row.isActive) throw cartNotActive(cartId);
}

/**
 * Raises the version, moves the cart's end, and tells its watchers. With `expectedVersion` the
 * comparison is part of the update itself, so of several who saw the same version one wins.
 * @throws precondition_failed `cart.version_mismatch` {expected, actual}, `current` is the newest cart
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}
 */
export async function raiseVersion(
  tx: TransactionContext,
  cartId: string,
  expectedVersion?: number,
): Promise<void> {
  const expected = expectedVersion ?? null;
  const now = tx.clock.now().toISOString();
  const [row] = await statement<{ version: number }>(
    tx.db,
    sql`update cart set version = version + 1, expires_at = ${cartEnd(tx)}::timestamptz,
          updated_at = ${now}::timestamptz
        where id = ${cartId} and state = 'active' and expires_at > ${now}::timestamptz
          and version = coalesce(${expected}::int, version)
        returning version`,
  );
  if (!row) throw await whyNot(tx, cartId, expected);
  await emit(tx, [event(cartChanged, cartId, row.version, { cartId })]);
}

async function whyNot(tx: TransactionContext, cartId: string, expected: number | null) {
  const loaded = await requireCart(tx, cartId);
  if (loaded.row.state !== "active") return cartNotActive(cartId);
  return versionMismatch(expected ?? loaded.row.version, await priceLoaded(tx, loaded));
}

/**
 * Makes a drop's lines hold what they say, as far as there is stock (`isWhole`: all of it or nothing
 * new); a line that is gone or smaller gives back. What is held commits before the cart does, for a
 * few seconds only; the cart's own transaction makes it last.
 * @param options.takesOverFrom other carts whose holds of these variants become this one's
 * @returns what is held, or could be, of each variant that should be
 */
export async function holdLines(
  tx: TransactionContext,
  cartId: string,
  rows: readonly LineRow[],
  quantityOf: (variantId: string) => number,
  { isWhole = false, takesOverFrom = [] }: { isWhole?: boolean; takesOverFrom?: string[] } = {},
): Promise<Map<string, number>> {
  const drops = rows.filter((row) => row.holdOnAdd && row.available !== null);
  if (drops.length === 0) return new Map();
  try {
    const held = await holdStock(tx, {
      ownerId: cartId,
      ttlSeconds: provisionalSeconds,
      requests: drops.flatMap(({ variantId }) => {
        const quantity = quantityOf(variantId);
        return quantity > 0 ? [{ id: newId("hold"), variantId, quantity }] : [];
      }),
      replaces: {
        ownerIds: [cartId, ...takesOverFrom],
        variantIds: drops.map((row) => row.variantId),
      },
      isPartial: !isWhole,
    });
    await keepHolds(tx, held, settingsOf(tx).holdSeconds);
    return new Map(held.quantities);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== "inventory.out_of_stock") throw error;
    const { variantId, available } = error.details as { variantId: string; available: number };
    return new Map([[variantId, available]]);
  }
}
