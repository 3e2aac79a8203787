/**
 * Goods that come back. Units are promised when a return is requested, so no two returns count on the
 * same one; stock changes when it is received, and money goes back when whoever receives it says so.
 */
import { orderLines, orderReturnLines, orderReturns } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import { restock } from "../../inventory/service/holds.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { inTransaction, requirePool, type TransactionContext } from "../../kernel/transaction.ts";
import type {
  CancelReturn,
  Order,
  OrderReturn,
  ReceiveReturn,
  RequestReturn,
} from "../contract.ts";
import { planReturn, type Shortage, type Units } from "../rules.ts";
import { getOrder } from "../service.ts";
import { oweForUnits } from "./refund-order.ts";
import { findOwed, payRefundOrLeaveOwed } from "./refunds.ts";
import { findReturnedUnits } from "./returned-units.ts";
import { lockOrder, noteOnOrder } from "./transition.ts";

/** @throws not_found `order.not_found`; invalid `order.nothing_to_return` {variantId, requested, left} */
export async function requestReturn(ctx: ServiceContext, input: RequestReturn): Promise<Order> {
  return await inTransaction(ctx, async (tx) => {
    const { orderId, note } = input;
    await lockOrder(tx, orderId);
    const lines = await tx.db.select().from(orderLines).where(eq(orderLines.orderId, orderId));
    const plan = planReturn(lines, input.lines);
    if (!plan.isPossible) throw nothingToReturn(plan.shortage);
    const returnId = newId("ret");
    await tx.db.insert(orderReturns).values({ id: returnId, orderId, note });
    await tx.db.insert(orderReturnLines).values(plan.units.map((unit) => ({ ...unit, returnId })));
    await addReturned(tx, orderId, plan.units);
    await noteOnOrder(tx, orderId, "return_requested", { returnId, lines: plan.units });
    return await getOrder(tx, { orderId });
  });
}

/**
 * The parcel is here: its units go back on the shelves that they left (unless they can't be sold
 * again), and when it is asked for, what was paid for them goes back: owed in the same transaction, paid after
 * it. Receiving again changes nothing, and goes on where a crash left off.
 * @throws not_found `order.not_found`, `order.return_not_found`; conflict `order.return_closed` {returnId, state}
 * @throws with `refund`: as {@link oweForUnits}; nothing is received then
 */
export async function receiveReturn(ctx: ServiceContext, input: ReceiveReturn): Promise<Order> {
  const root = requirePool(ctx);
  await inTransaction(root, (tx) => receiveOnce(tx, input));
  const owed = await findOwed(root, input.orderId);
  for (const refundId of owed) await payRefundOrLeaveOwed(root, refundId);
  return await getOrder(root, { orderId: input.orderId });
}

async function receiveOnce(tx: TransactionContext, input: ReceiveReturn): Promise<void> {
  const { orderId, returnId } = input;
  const order = await lockOrder(tx, orderId);
  const state = await requireReturn(tx, input);
  if (state === "received") return;
  if (state === "cancelled") throw returnClosed(returnId, state);
  const units = await linesOf(tx, returnId);
  if (input.restock) {
    const cause = { reason: "returned", reference: orderId, note: returnId } as const;
    await restock(tx, cause, await findReturnedUnits(tx, orderId, units));
  }
  await closeReturn(tx, returnId, "received");
  const refund = { reason: "returned", returnId } as const;
  const owed = input.refund ? { refundId: await oweForUnits(tx, order, units, refund) } : {};
  await noteOnOrder(tx, orderId, "return_received", { returnId, lines: units, ...owed });
}

/**
 * Nothing comes back: the units can be returned another time. Cancelling again changes nothing.
 * @throws not_found `order.not_found`, `order.return_not_found`; conflict `order.return_closed` once it was received
 */
export async function cancelReturn(ctx: ServiceContext, input: CancelReturn): Promise<Order> {
  return await inTransaction(ctx, async (tx) => {
    const { orderId, returnId } = input;
    await lockOrder(tx, orderId);
    const state = await requireReturn(tx, input);
    if (state === "received") throw returnClosed(returnId, state);
    if (state === "requested") {
      const units = await linesOf(tx, returnId);
      await closeReturn(tx, returnId, "cancelled");
      await addReturned(
        tx,
        orderId,
        units.map(({ variantId, quantity }) => ({ variantId, quantity: -quantity })),
      );
      await noteOnOrder(tx, orderId, "return_cancelled", { returnId });
    }
    return await getOrder(tx, { orderId });
  });
}

/** @throws not_found `order.return_not_found` {returnId} */
async function requireReturn(
  tx: TransactionContext,
  { orderId, returnId }: CancelReturn,
): Promise<OrderReturn["state"]> {
  const [found] = await tx.db
    .select({ state: orderReturns.state })
    .from(orderReturns)
    .where(and(eq(orderReturns.id, returnId), eq(orderReturns.orderId, orderId)));
  if (found !== undefined) return found.state;
  throw new DomainError("not_found", "order.return_not_found", {
    message: "The order has no such return.",
    details: { returnId },
  });
}

async function linesOf(tx: TransactionContext, returnId: string): Promise<Units> {
  const { variantId, quantity } = orderReturnLines;
  return await tx.db
    .select({ variantId, quantity })
    .from(orderReturnLines)
    .where(eq(orderReturnLines.returnId, returnId))
    .orderBy(variantId);
}

async function closeReturn(
  tx: TransactionContext,
  returnId: string,
  state: "received" | "cancelled",
): Promise<void> {
  const closed = await tx.db
    .update(orderReturns)
    .set({ state, updatedAt: tx.clock.now().toISOString() })
    .where(and(eq(orderReturns.id, returnId), eq(orderReturns.state, "requested")))
    .returning({ id: orderReturns.id });
  if (closed.length === 0) throw new Error(`return ${returnId} moved behind its order's lock`);
}

async function addReturned(tx: TransactionContext, orderId: string, units: Units): Promise<void> {
  for (const { variantId, quantity } of units) {
    await tx.db
      .update(orderLines)
      .set({ returnedQuantity: sql`${orderLines.returnedQuantity} + ${quantity}` })
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.variantId, variantId)));
  }
}

function nothingToReturn(shortage: Shortage): DomainError {
  return new DomainError("invalid", "order.nothing_to_return", {
    message: `${shortage.requested} were to come back; of those sent, ${shortage.left} are left.`,
    details: shortage,
  });
}

function returnClosed(returnId: string, state: OrderReturn["state"]): DomainError {
  return new DomainError("conflict", "order.return_closed", {
    message: `This return is ${state}.`,
    details: { returnId, state },
  });
}
