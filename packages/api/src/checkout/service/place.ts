import { sql } from "drizzle-orm";
import { takeOrdered } from "../../cart/service/ordered.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { placeOrders, type PlaceOrder } from "../../orders/service/place.ts";
import { checkoutCompleted } from "../events.ts";
import type { AttemptRow, LoadedCheckout } from "./rows.ts";
import { takeStock, type Shortage } from "./take-stock.ts";

/** A checkout that is locked and paid. */
export type Paid = {
  loaded: LoadedCheckout;
  attempt: AttemptRow;
  /** Of the request that settles it. */
  traceparent: string | undefined;
};

export type Placed = { isPlaced: true; orderId: string } | { isPlaced: false; shortage: Shortage };

type Placing = Paid & { order: PlaceOrder };

/** Makes orders of checkouts: all rows in the same number of statements, then each one's cart and events. */
export async function placeFromCheckouts(
  tx: TransactionContext,
  paid: readonly Paid[],
): Promise<Placed[]> {
  const sales = paid.map((one) => ({ ...one, orderId: newId("ord") }));
  const stock = await takeStock(tx, sales);
  const placing: Placing[] = [];
  const placed = sales.map(({ orderId, ...one }, index): Placed => {
    const taken = stock[index];
    if (taken === undefined) throw new Error(`no stock was taken for ${one.loaded.row.id}`);
    if (!taken.isTaken) return { isPlaced: false, shortage: taken.shortage };
    placing.push({ ...one, order: toOrder(one, orderId, taken.allocations) });
    return { isPlaced: true, orderId };
  });
  if (placing.length > 0) await write(tx, placing);
  return placed;
}

async function write(tx: TransactionContext, placing: readonly Placing[]): Promise<void> {
  const [events, versions] = await Promise.all([
    placeOrders(
      tx,
      placing.map(({ order }) => order),
    ),
    completeCheckouts(tx, placing),
  ]);
  await Promise.all(
    placing.map(async ({ loaded, order, traceparent }, index) => {
      const { id: checkoutId, cartId } = loaded.row;
      const { orderId } = order;
      const version = versions.get(checkoutId);
      if (version === undefined) throw new Error(`checkout ${checkoutId} is gone`);
      const completed = event(checkoutCompleted, checkoutId, version, {
        checkoutId,
        cartId,
        orderId,
      });
      await takeFromCart(tx, loaded);
      await emit({ ...tx, traceparent }, [...(events[index] ?? []), completed]);
    }),
  );
}

async function completeCheckouts(
  tx: TransactionContext,
  placing: readonly Placing[],
): Promise<Map<string, number>> {
  const rows = await statement<{ id: string; version: number }>(
    tx.db,
    sql`update checkout set state = 'completed', order_id = placed.order_id,
          version = version + 1, updated_at = clock_timestamp()
        from unnest(
          ${sql.param(placing.map(({ order }) => order.checkoutId))}::text[],
          ${sql.param(placing.map(({ order }) => order.orderId))}::text[]) as placed(id, order_id)
        where checkout.id = placed.id
        returning checkout.id, version`,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

function toOrder(
  { loaded, attempt }: Paid,
  orderId: string,
  allocations: PlaceOrder["allocations"],
): PlaceOrder {
  const { id, regionId, currency, language, email } = loaded.row;
  const { shippingAddress, shippingOptionId, giftMessage } = loaded.row;
  if (email === null || shippingAddress === null || shippingOptionId === null)
    throw new Error(`checkout ${id} was paid while incomplete`);
  return {
    orderId,
    checkoutId: id,
    paymentAttemptId: attempt.id,
    regionId,
    currency,
    language,
    email,
    shippingAddress,
    shippingOptionId,
    giftMessage,
    quote: attempt.quote,
    lines: loaded.lines,
    allocations,
  };
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
