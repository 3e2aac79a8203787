import { orderAllocations, orders, refunds } from "@meridian/db/schema.ts";
import { and, eq } from "drizzle-orm";
import { restock } from "../../inventory/service/holds.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { inTransaction, requirePool, type TransactionContext } from "../../kernel/transaction.ts";
import type { CancelOrder, Order } from "../contract.ts";
import { getOrder } from "../service.ts";
import { oweRefund, payRefundOrLeaveOwed } from "./refunds.ts";
import { moveOrder } from "./transition.ts";

/**
 * Cancels an order of which nothing was sent. One transaction gives the stock back and writes down
 * that the money is owed; then the provider is asked. When it does not answer, the refund stays owed
 * and recovery pays it. Cancelling again changes nothing, and goes on where a crash left off.
 * @throws not_found `order.not_found`; conflict `order.illegal_transition` once something was sent
 */
export async function cancelOrder(ctx: ServiceContext, input: CancelOrder): Promise<Order> {
  const root = requirePool(ctx);
  const owed = await inTransaction(root, (tx) => cancelOnce(tx, input));
  for (const refundId of owed) await payRefundOrLeaveOwed(root, refundId);
  return await getOrder(root, input);
}

/** Returns the refunds that are still owed. */
async function cancelOnce(tx: TransactionContext, input: CancelOrder): Promise<string[]> {
  const { orderId, note } = input;
  const [order] = await tx.db
    .select({ state: orders.state })
    .from(orders)
    .where(eq(orders.id, orderId))
    .for("update");
  if (order?.state !== "cancelled") {
    const cancelled = await moveOrder(tx, orderId, "cancel", "cancelled", note ? { note } : {});
    const allocations = await tx.db
      .select()
      .from(orderAllocations)
      .where(eq(orderAllocations.orderId, orderId));
    await restock(tx, { reference: orderId, allocations });
    if (cancelled.paymentAttemptId !== null && cancelled.totalMinor > 0) {
      await oweRefund(tx, {
        paymentAttemptId: cancelled.paymentAttemptId,
        orderId,
        amountMinor: cancelled.totalMinor,
        currency: cancelled.currency,
        reason: "order_cancelled",
      });
    }
  }
  const owed = await tx.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), eq(refunds.state, "owed")));
  return owed.map((refund) => refund.id);
}
