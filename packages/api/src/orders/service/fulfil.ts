import { orderLines } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { DeliverOrder, FulfilOrder, Order } from "../contract.ts";
import { canMove, planFulfilment, type Shortage, type Units } from "../rules.ts";
import { getOrder } from "../service.ts";
import { illegalTransition, lockOrder, moveOrder } from "./transition.ts";

/**
 * Records what was sent: all that is left, or the given part.
 * @throws not_found `order.not_found`; conflict `order.illegal_transition`
 * @throws invalid `order.nothing_to_fulfil` {variantId, requested, left}: more than is left of a variant
 */
export async function fulfilOrder(ctx: ServiceContext, input: FulfilOrder): Promise<Order> {
  return await inTransaction(ctx, async (tx) => {
    // Two parcels of one order are planned one after the other, so no unit is sent twice.
    const { state } = await lockOrder(tx, input.orderId);
    const lines = await tx.db
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, input.orderId))
      .orderBy(orderLines.position);
    if (!canMove(state, "fulfil")) throw illegalTransition(state, "fulfilled");
    const plan = planFulfilment(lines, input.lines);
    if (!plan.isPossible) throw nothingToFulfil(plan.shortage);
    await addFulfilled(tx, input.orderId, plan.sent);
    const { trackingUrl } = input;
    await moveOrder(tx, input.orderId, "fulfil", plan.state, {
      lines: plan.sent,
      ...(trackingUrl !== undefined && { trackingUrl }),
    });
    return await getOrder(tx, input);
  });
}

/** @throws not_found `order.not_found`; conflict `order.illegal_transition` */
export async function deliverOrder(ctx: ServiceContext, input: DeliverOrder): Promise<Order> {
  return await inTransaction(ctx, async (tx) => {
    await moveOrder(tx, input.orderId, "deliver", "delivered");
    return await getOrder(tx, input);
  });
}

async function addFulfilled(tx: TransactionContext, orderId: string, sent: Units): Promise<void> {
  for (const { variantId, quantity } of sent) {
    await tx.db
      .update(orderLines)
      .set({ fulfilledQuantity: sql`${orderLines.fulfilledQuantity} + ${quantity}` })
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.variantId, variantId)));
  }
}

function nothingToFulfil(shortage: Shortage): DomainError {
  return new DomainError("invalid", "order.nothing_to_fulfil", {
    message: `${shortage.requested} were to be sent, ${shortage.left} are left to send.`,
    details: shortage,
  });
}
