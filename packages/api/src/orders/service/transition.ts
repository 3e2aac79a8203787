import { orderEntries, orders } from "@meridian/db/schema.ts";
import { and, eq, inArray, sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";
import { emit, event } from "../../kernel/outbox.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { OrderState, TimelineEntry } from "../contract.ts";
import {
  orderCancelled,
  orderDelivered,
  orderErased,
  orderFulfilled,
  orderPaid,
  orderPlaced,
  orderRefunded,
  orderRefundRefused,
  orderRefundRequested,
  orderReturnCancelled,
  orderReturnReceived,
  orderReturnRequested,
} from "../events.ts";
import { moves, type Move } from "../rules.ts";

export type OrderRow = typeof orders.$inferSelect;

const eventOf = {
  placed: orderPlaced,
  paid: orderPaid,
  fulfilled: orderFulfilled,
  delivered: orderDelivered,
  cancelled: orderCancelled,
  refund_requested: orderRefundRequested,
  refunded: orderRefunded,
  refund_refused: orderRefundRefused,
  return_requested: orderReturnRequested,
  return_received: orderReturnReceived,
  return_cancelled: orderReturnCancelled,
  erased: orderErased,
} as const;

const entryOf = {
  pay: "paid",
  fulfil: "fulfilled",
  deliver: "delivered",
  cancel: "cancelled",
} as const satisfies Record<Move, TimelineEntry["type"]>;

/**
 * Moves an order: one update, guarded by the states that the move may leave, so of two rivals one
 * wins. Writes the timeline and the event beside it.
 * @throws not_found `order.not_found`; conflict `order.illegal_transition` {from, to}
 */
export async function moveOrder<M extends Move>(
  tx: TransactionContext,
  orderId: string,
  move: M,
  to: (typeof moves)[M]["to"][number],
  data: Record<string, unknown> = {},
): Promise<OrderRow> {
  const [moved] = await tx.db
    .update(orders)
    .set({ state: to, version: sql`${orders.version} + 1`, updatedAt: now(tx) })
    .where(and(eq(orders.id, orderId), inArray(orders.state, [...moves[move].from])))
    .returning();
  if (moved === undefined) throw await refusal(tx, orderId, to);
  await record(tx, moved, entryOf[move], data);
  return moved;
}

/** The order's row, behind which its writers come one after the other. @throws not_found `order.not_found` */
export async function lockOrder(tx: TransactionContext, orderId: string): Promise<OrderRow> {
  const [order] = await tx.db.select().from(orders).where(eq(orders.id, orderId)).for("update");
  if (order === undefined) throw orderNotFound(orderId);
  return order;
}

/** What happened to an order that stays in its state: a version, an entry and an event. */
export async function noteOnOrder(
  tx: TransactionContext,
  orderId: string,
  type: TimelineEntry["type"],
  data: Record<string, unknown>,
): Promise<void> {
  const [noted] = await tx.db
    .update(orders)
    .set({ version: sql`${orders.version} + 1`, updatedAt: now(tx) })
    .where(eq(orders.id, orderId))
    .returning();
  if (noted === undefined) throw orderNotFound(orderId);
  await record(tx, noted, type, data);
}

/** Writes what happened into the timeline and the outbox, under the version that it made. */
export async function record(
  tx: TransactionContext,
  order: Pick<OrderRow, "id" | "version" | "number" | "state">,
  type: TimelineEntry["type"],
  data: Record<string, unknown> = {},
): Promise<void> {
  const { id: orderId, version, number, state } = order;
  await tx.db.insert(orderEntries).values({ orderId, version, type, data, at: now(tx) });
  await emit(tx, [event(eventOf[type], orderId, version, { orderId, number, state })]);
}

export function orderNotFound(orderId: string): DomainError {
  return new DomainError("not_found", "order.not_found", {
    message: "There is no such order.",
    details: { orderId },
  });
}

async function refusal(
  tx: TransactionContext,
  orderId: string,
  to: OrderState,
): Promise<DomainError> {
  const [order] = await tx.db
    .select({ state: orders.state })
    .from(orders)
    .where(eq(orders.id, orderId));
  if (order === undefined) return orderNotFound(orderId);
  return illegalTransition(order.state, to);
}

export function illegalTransition(from: OrderState, to: OrderState): DomainError {
  return new DomainError("conflict", "order.illegal_transition", {
    message: `An order that is ${from.replace("_", " ")} can't become ${to.replace("_", " ")}.`,
    details: { from, to },
  });
}

function now(tx: TransactionContext): string {
  return tx.clock.now().toISOString();
}
