import { checkouts } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import { takeOrdered } from "../../cart/service/ordered.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { placeOrder } from "../../orders/service/place.ts";
import { checkoutCompleted } from "../events.ts";
import type { AttemptRow, LoadedCheckout } from "./rows.ts";
import { takeStock, type Shortage } from "./take-stock.ts";

export type Placed = { isPlaced: true; orderId: string } | { isPlaced: false; shortage: Shortage };

/** Makes an order of a checkout that the caller has locked and that is paid. */
export async function placeFromCheckout(
  tx: TransactionContext,
  loaded: LoadedCheckout,
  attempt: AttemptRow,
): Promise<Placed> {
  const { row, lines } = loaded;
  const { email, shippingAddress, shippingOptionId, cartId } = row;
  if (email === null || shippingAddress === null || shippingOptionId === null)
    throw new Error(`checkout ${row.id} was paid while incomplete`);
  const orderId = newId("ord");
  const [stock] = await takeStock(tx, [{ loaded, orderId }]);
  if (stock === undefined) throw new Error(`no stock was taken for ${row.id}`);
  if (!stock.isTaken) return { isPlaced: false, shortage: stock.shortage };
  const [completed] = await tx.db
    .update(checkouts)
    .set({
      state: "completed",
      orderId,
      version: sql`${checkouts.version} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(eq(checkouts.id, row.id))
    .returning({ version: checkouts.version });
  if (completed === undefined) throw new Error(`checkout ${row.id} is gone`);
  await placeOrder(tx, {
    orderId,
    checkoutId: row.id,
    paymentAttemptId: attempt.id,
    regionId: row.regionId,
    currency: row.currency,
    email,
    shippingAddress,
    shippingOptionId,
    quote: attempt.quote,
    lines,
    allocations: stock.allocations,
  });
  await takeFromCart(tx, loaded);
  const data = { checkoutId: row.id, cartId, orderId };
  await emit(tx, [event(checkoutCompleted, row.id, completed.version, data)]);
  return { isPlaced: true, orderId };
}

/** What is paid is ordered, also when its cart has ended by itself meanwhile. */
async function takeFromCart(tx: TransactionContext, { row, lines }: LoadedCheckout): Promise<void> {
  try {
    await takeOrdered(tx, { cartId: row.cartId, version: row.cartVersion, lines });
  } catch (error) {
    const isOver = error instanceof DomainError && /^cart\.not_(active|found)$/.test(error.reason);
    if (!isOver) throw error;
  }
}
