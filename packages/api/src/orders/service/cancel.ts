import { orderAllocations } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import { restock } from "../../inventory/service/holds.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { inTransaction, requirePool, type TransactionContext } from "../../kernel/transaction.ts";
import { giveBackUses } from "../../promotions/service/uses.ts";
import type { CancelOrder, Order } from "../contract.ts";
import { getOrder } from "../service.ts";
import { findOwed, oweForOrder, payRefundOrLeaveOwed } from "./refunds.ts";
import { lockOrder, moveOrder } from "./transition.ts";
import { refundableMinor } from "./view.ts";

/**
 * Cancels an order of which nothing was sent. One transaction gives the stock and its code's use back and
 * writes down that the money is owed; then the provider is asked. When it does not answer, the refund stays owed
 * and recovery pays it. Cancelling again changes nothing, and goes on where a crash left off.
 * @throws not_found `order.not_found`; conflict `order.illegal_transition` once something was sent
 */
export async function cancelOrder(ctx: ServiceContext, input: CancelOrder): Promise<Order> {
  const root = requirePool(ctx);
  await inTransaction(root, (tx) => cancelOnce(tx, input));
  for (const refundId of await findOwed(root, input.orderId))
    await payRefundOrLeaveOwed(root, refundId);
  return await getOrder(root, input);
}

async function cancelOnce(tx: TransactionContext, { orderId, note }: CancelOrder): Promise<void> {
  const { state } = await lockOrder(tx, orderId);
  if (state === "cancelled") return;
  const cancelled = await moveOrder(tx, orderId, "cancel", "cancelled", note ? { note } : {});
  const allocations = await tx.db
    .select()
    .from(orderAllocations)
    .where(eq(orderAllocations.orderId, orderId));
  await restock(tx, { reason: "cancelled", reference: orderId }, allocations);
  await giveBackUses(tx, { id: cancelled.checkoutId, promotions: cancelled.promotions });
  const amountMinor = refundableMinor(cancelled);
  if (amountMinor > 0) await oweForOrder(tx, cancelled, { amountMinor, reason: "order_cancelled" });
}
