import { orderLines, refunds } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction, requirePool, type TransactionContext } from "../../kernel/transaction.ts";
import type { Order, RefundOrder } from "../contract.ts";
import { planRefund, type Shortage, type Units } from "../rules.ts";
import { getOrder } from "../service.ts";
import { oweForOrder, payRefundOrLeaveOwed } from "./refunds.ts";
import { lockOrder, noteOnOrder, type OrderRow } from "./transition.ts";
import { refundableMinor } from "./view.ts";

/**
 * Gives money back: an amount, what was paid for some units, or all that is left. One transaction
 * writes down that it is owed; then the provider is asked. When it does not answer, the refund stays
 * owed and recovery pays it. The same key again is the same refund, and goes on where a crash left off.
 * @throws not_found `order.not_found`; invalid `order.refund_too_high` {requested, left},
 *   `order.units_refunded` {variantId, requested, left}, `order.nothing_to_refund`, `order.wrong_currency`
 */
export async function refundOrder(ctx: ServiceContext, input: RefundOrder): Promise<Order> {
  const root = requirePool(ctx);
  const refundId = await inTransaction(root, (tx) => oweOnce(tx, input));
  await payRefundOrLeaveOwed(root, refundId);
  return await getOrder(root, { orderId: input.orderId });
}

async function oweOnce(tx: TransactionContext, input: RefundOrder): Promise<string> {
  const order = await lockOrder(tx, input.orderId);
  const requestKey = `${"id" in tx.actor ? tx.actor.id : tx.actor.kind} ${input.idempotencyKey}`;
  const [asked] = await tx.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.orderId, order.id), eq(refunds.requestKey, requestKey)));
  if (asked !== undefined) return asked.id;
  const { reason, note } = input;
  const refundId =
    input.lines === undefined
      ? await oweForOrder(tx, order, {
          amountMinor: wantedMinor(order, input),
          reason,
          note,
          requestKey,
        })
      : await oweForUnits(tx, order, input.lines, { reason, note, requestKey });
  await noteOnOrder(tx, order.id, "refund_requested", { refundId });
  return refundId;
}

function wantedMinor(order: OrderRow, { amount }: RefundOrder): number {
  if (amount === undefined) return refundableMinor(order);
  if (amount.currency === order.currency) return amount.amountMinor;
  throw new DomainError("invalid", "order.wrong_currency", {
    message: "An order is refunded in the currency that it was paid in.",
    details: { expected: order.currency, given: amount.currency },
    errors: [{ pointer: "/amount/currency", message: "is not the order's" }],
  });
}

/**
 * Owes what was paid for these units, and takes them off what can be refunded by the unit. The order is locked.
 * @throws as {@link oweForOrder}, and invalid `order.units_refunded` {variantId, requested, left}
 */
export async function oweForUnits(
  tx: TransactionContext,
  order: OrderRow,
  wanted: Units,
  refund: Omit<Parameters<typeof oweForOrder>[2], "amountMinor" | "lines">,
): Promise<string> {
  const lines = await tx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  const plan = planRefund(lines, wanted, order.taxInclusive);
  if (!plan.isPossible) throw unitsRefunded(plan.shortage);
  for (const { variantId, quantity } of plan.units) {
    await tx.db
      .update(orderLines)
      .set({ refundedQuantity: sql`${orderLines.refundedQuantity} + ${quantity}` })
      .where(and(eq(orderLines.orderId, order.id), eq(orderLines.variantId, variantId)));
  }
  const { amountMinor, units } = plan;
  return await oweForOrder(tx, order, { ...refund, amountMinor, lines: units });
}

function unitsRefunded(shortage: Shortage): DomainError {
  return new DomainError("invalid", "order.units_refunded", {
    message: `${shortage.requested} were to be refunded, ${shortage.left} are left to refund.`,
    details: shortage,
  });
}
