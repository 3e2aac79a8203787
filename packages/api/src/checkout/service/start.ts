import { checkoutLines, checkouts } from "@meridian/db/schema.ts";
import { and, eq, inArray } from "drizzle-orm";
import type { Cart, CartLine } from "../../cart/contract.ts";
import { getCartForCheckout } from "../../cart/service/checkout.ts";
import { holdBatch } from "../../inventory/service/hold-batch.ts";
import { keepHolds, provisionalSeconds } from "../../inventory/service/hold-end.ts";
import { holdStock } from "../../inventory/service/holds.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Checkout, StartCheckout } from "../contract.ts";
import { checkoutStarted } from "../events.ts";
import { showCheckout } from "../service.ts";
import { closeCheckout } from "./close.ts";
import { closedError, findCheckout, isPast, type LineRow, type LoadedCheckout } from "./rows.ts";

/**
 * Holds what is in the cart, all or nothing, and freezes its prices. A cart that has an open checkout
 * and did not change since, nor lost a code, continues it, with the same end; a changed cart replaces it: the old
 * holds give way to the new ones in one step, so nobody can come between.
 * @throws not_found `cart.not_found`; conflict `cart.not_active`; invalid `checkout.cart_empty`, `cart.not_sold_here`
 * @throws conflict `inventory.out_of_stock` {variantId, requested, available}
 * @throws conflict `checkout.not_open` when the cart changed while it is being paid
 */
export async function startCheckout(ctx: ServiceContext, input: StartCheckout): Promise<Checkout> {
  // Made once: a transaction that runs again takes over what its first run has held.
  const id = newId("chk");
  const loaded = await inTransaction(ctx, async (tx) => {
    const cart = await getCartForCheckout(tx, input.cartId);
    const current = await lockCurrent(tx, cart.id);
    if (current !== null && !isPast(current)) {
      const isSame = current.row.cartVersion === cart.version;
      const isPaying = current.row.state === "paying";
      // Who pays has its uses already.
      if (isSame && (isPaying || hasItsCodes(current, cart))) return current;
      if (isPaying) throw closedError(current);
    }
    requireBuyable(cart);
    if (current !== null)
      await closeCheckout(tx, current, isPast(current) ? "expired" : "cancelled");
    return await writeCheckout(tx, id, cart, current);
  });
  return await showCheckout(ctx, loaded);
}

/** A code that is deleted leaves carts without a new version of them. */
function hasItsCodes({ row }: LoadedCheckout, cart: Cart): boolean {
  const there = new Set(cart.promotions.map(({ id }) => id));
  return row.promotions.every(({ id, code }) => code === null || there.has(id));
}

async function lockCurrent(tx: TransactionContext, cartId: string): Promise<LoadedCheckout | null> {
  const [row] = await tx.db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(and(eq(checkouts.cartId, cartId), inArray(checkouts.state, ["open", "paying"])))
    .for("update");
  return row === undefined ? null : await findCheckout(tx.db, row.id);
}

async function writeCheckout(
  tx: TransactionContext,
  id: string,
  cart: Cart,
  before: LoadedCheckout | null,
): Promise<LoadedCheckout> {
  const lines = cart.lines.map((line, position) => toRow(id, line, position));
  const expiresAt = await holdLines(tx, id, lines, cart, before);
  const [[row]] = await Promise.all([
    tx.db
      .insert(checkouts)
      .values({
        id,
        cartId: cart.id,
        cartVersion: cart.version,
        userId: tx.actor.kind === "user" ? tx.actor.id : null,
        regionId: cart.region,
        currency: cart.currency,
        language: cart.language,
        expiresAt,
        promotions: cart.promotions
          .filter(({ isApplied }) => isApplied)
          .map(({ id: promotionId, code, title, discount, minimumSubtotal }) => ({
            id: promotionId,
            code,
            title,
            discount,
            minimumSubtotal,
          })),
        ...keptFields(cart, before),
      })
      .returning(),
    tx.db.insert(checkoutLines).values(lines),
    emit(tx, [event(checkoutStarted, id, 1, { checkoutId: id, cartId: cart.id })]),
  ]);
  if (row === undefined) throw new Error("the checkout was not written");
  const estimate = { country: cart.country, subdivision: cart.subdivision };
  return { row, lines, attempt: null, estimate, now: row.createdAt };
}

/**
 * Where nothing is replaced, together with everybody who starts at this moment: held for seconds by
 * a commit of its own, and kept by this transaction, so that a process which dies between leaves
 * nothing behind. What another checkout held gives way only if this one commits.
 * @returns when the holds end
 */
async function holdLines(
  tx: TransactionContext,
  ownerId: string,
  lines: readonly LineRow[],
  cart: Cart,
  before: LoadedCheckout | null,
): Promise<string> {
  const { holdSeconds } = settingsOf(tx);
  const requests = lines.flatMap(({ holdId, variantId, quantity }) =>
    holdId === null ? [] : [{ id: holdId, variantId, quantity }],
  );
  // What a drop's line held for the cart, and what the checkout before held.
  const ownerIds = [cart.id, before?.row.id ?? ownerId];
  const hold = { ownerId, requests, replaces: { ownerIds } };
  if (before === null) {
    const held = await holdStock(tx, { ...hold, ttlSeconds: provisionalSeconds });
    return await keepHolds(tx, held, holdSeconds);
  }
  const [held] = await holdBatch(tx, [{ ...hold, ttlSeconds: holdSeconds }]);
  if (held === undefined || held instanceof DomainError) throw held ?? new Error("no answer");
  return held.expiresAt;
}

/** A shopper who went back to change the cart does not type the address again. */
function keptFields(cart: Cart, before: LoadedCheckout | null) {
  if (before === null || before.row.regionId !== cart.region) return {};
  const { email, shippingAddress, shippingOptionId, giftMessage } = before.row;
  return { email, shippingAddress, shippingOptionId, giftMessage };
}

function toRow(checkoutId: string, line: CartLine, position: number): LineRow {
  const { variantId, productId, productHandle, title, variantTitle, sku, options } = line;
  const change = line.notices.find((notice) => notice.type === "price_changed");
  return {
    checkoutId,
    position,
    variantId,
    productId,
    productHandle,
    title,
    variantTitle,
    sku,
    options,
    image: line.image,
    quantity: line.quantity,
    // Null: not counted, nothing has to be held.
    holdId: line.available === null ? null : newId("hold"),
    unitPriceMinor: line.unitPrice.amountMinor,
    priceBeforeMinor: change?.before.amountMinor ?? null,
    isTaxable: line.isTaxable,
  };
}

function requireBuyable(cart: Cart): void {
  if (cart.lines.length === 0) {
    throw new DomainError("invalid", "checkout.cart_empty", {
      message: "There is nothing in the cart.",
      details: { cartId: cart.id },
    });
  }
  const notSold = cart.lines.find((line) => line.notices.some((n) => n.type === "not_sold_here"));
  if (notSold !== undefined) {
    throw new DomainError("invalid", "cart.not_sold_here", {
      message: `${notSold.title} is not sold in this region. Remove it to go on.`,
      details: { variantId: notSold.variantId, region: cart.region },
    });
  }
}
