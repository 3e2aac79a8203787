import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { OrderId, OrderState } from "./contract.ts";

const data = z.object({ orderId: OrderId, number: z.string(), state: OrderState });

export const orderPlaced = defineEvent("order.placed", "order", data);
export const orderPaid = defineEvent("order.paid", "order", data);
export const orderFulfilled = defineEvent("order.fulfilled", "order", data);
export const orderDelivered = defineEvent("order.delivered", "order", data);
export const orderCancelled = defineEvent("order.cancelled", "order", data);
/** Money is owed back; the payment provider is being asked. */
export const orderRefundRequested = defineEvent("order.refund_requested", "order", data);
export const orderRefunded = defineEvent("order.refunded", "order", data);
/** The payment provider will not give this money back: somebody has to decide how else. */
export const orderRefundRefused = defineEvent("order.refund_refused", "order", data);
export const orderReturnRequested = defineEvent("order.return_requested", "order", data);
export const orderReturnReceived = defineEvent("order.return_received", "order", data);
export const orderReturnCancelled = defineEvent("order.return_cancelled", "order", data);
/** The buyer's account was erased: e-mail address, name and address are gone here, and should be in copies. */
export const orderErased = defineEvent("order.erased", "order", data);
