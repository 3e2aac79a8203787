/** What the checkout needs of a cart. Both run inside its transaction; the cart's row is locked first of all. */
import { sql } from "drizzle-orm";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { Cart } from "../contract.ts";
import { cartChanged } from "../events.ts";
import { cartNotActive } from "./refusals.ts";
import { lockActiveCart, priceLoaded, requireHeldCart } from "./write.ts";

/**
 * The priced cart, locked until the transaction ends: its prices can be frozen. What it holds itself
 * (drops) has its id as the owner, for {@link HoldStock.replaces}. A line with the notice
 * `price_changed` tells the price that the shopper saw.
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}
 */
export async function getCartForCheckout(tx: TransactionContext, cartId: string): Promise<Cart> {
  await lockActiveCart(tx, cartId);
  return priceLoaded(tx, await requireHeldCart(tx, cartId));
}

/**
 * Ends the cart: it has become an order, and can't change any more.
 * @throws conflict `cart.not_active` {cartId} when it had ended before
 */
export async function markOrdered(tx: TransactionContext, cartId: string): Promise<void> {
  const [row] = await statement<{ version: number }>(
    tx.db,
    sql`update cart set state = 'ordered', version = version + 1,
          updated_at = ${tx.clock.now().toISOString()}::timestamptz
        where id = ${cartId} and state = 'active' returning version`,
  );
  if (!row) throw cartNotActive(cartId);
  await emit(tx, [event(cartChanged, cartId, row.version, { cartId })]);
}
