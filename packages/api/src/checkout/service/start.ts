import { checkoutLines, checkouts } from "@meridian/db/schema.ts";
import { and, eq, inArray } from "drizzle-orm";
import type { Cart, CartLine } from "../../cart/contract.ts";
import { getCartForCheckout } from "../../cart/service/checkout.ts";
import { holdStock } from "../../inventory/service/holds.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Checkout, StartCheckout } from "../contract.ts";
import { checkoutStarted } from "../events.ts";
import { getCheckout } from "../service.ts";
import { closeCheckout } from "./close.ts";
import { closedError, findCheckout, isPast, type LoadedCheckout } from "./rows.ts";

/**
 * Holds what is in the cart, all or nothing, and freezes its prices. A cart that has an open checkout
 * and did not change since continues it, with the same end; a changed cart replaces it: the old
 * holds give way to the new ones in one step, so nobody can come between.
 * @throws not_found `cart.not_found`; conflict `cart.not_active`; invalid `checkout.cart_empty`, `cart.not_sold_here`
 * @throws conflict `inventory.out_of_stock` {variantId, requested, available}
 * @throws conflict `checkout.not_open` when the cart changed while it is being paid
 */
export async function startCheckout(ctx: ServiceContext, input: StartCheckout): Promise<Checkout> {
  return await inTransaction(ctx, async (tx) => {
    const cart = await getCartForCheckout(tx, input.cartId);
    const current = await lockCurrent(tx, cart.id);
    if (current !== null && !isPast(current)) {
      if (current.row.cartVersion === cart.version)
        return await getCheckout(tx, { checkoutId: current.row.id });
      if (current.row.state === "paying") throw closedError(current);
    }
    requireBuyable(cart);
    if (current !== null)
      await closeCheckout(tx, current, isPast(current) ? "expired" : "cancelled");
    const checkoutId = await writeCheckout(tx, cart, current);
    return await getCheckout(tx, { checkoutId });
  });
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
  cart: Cart,
  before: LoadedCheckout | null,
): Promise<string> {
  const id = newId("chk");
  const lines = cart.lines.map((line, position) => toRow(id, line, position));
  const { expiresAt } = await holdStock(tx, {
    ownerId: id,
    ttlSeconds: settingsOf(tx).holdSeconds,
    requests: lines.flatMap(({ holdId, variantId, quantity }) =>
      holdId === null ? [] : [{ id: holdId, variantId, quantity }],
    ),
    // What a drop's line held for the cart, and what the checkout before held.
    replaces: { ownerIds: before === null ? [cart.id] : [cart.id, before.row.id] },
  });
  await tx.db.insert(checkouts).values({
    id,
    cartId: cart.id,
    cartVersion: cart.version,
    regionId: cart.region,
    currency: cart.currency,
    expiresAt,
    ...keptFields(cart, before),
  });
  await tx.db.insert(checkoutLines).values(lines);
  await emit(tx, [event(checkoutStarted, id, 1, { checkoutId: id, cartId: cart.id })]);
  return id;
}

/** A shopper who went back to change the cart does not type the address again. */
function keptFields(cart: Cart, before: LoadedCheckout | null) {
  if (before === null || before.row.regionId !== cart.region) return {};
  const { email, shippingAddress, shippingOptionId } = before.row;
  return { email, shippingAddress, shippingOptionId };
}

function toRow(checkoutId: string, line: CartLine, position: number) {
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
