import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  CancelOrder,
  CancelReturn,
  DeliverOrder,
  FulfilOrder,
  GetOrder,
  ListOrders,
  Order,
  OrderPage,
  ReceiveReturn,
  RefundOrder,
  RequestReturn,
} from "./contract.ts";
import { cancelOrder } from "./service/cancel.ts";
import { deliverOrder, fulfilOrder } from "./service/fulfil.ts";
import { refundOrder } from "./service/refund-order.ts";
import { cancelReturn, receiveReturn, requestReturn } from "./service/returns.ts";
import { getOrder, listOrders } from "./service.ts";

const tag = "Orders";
const found = ["order.not_found"];
const moved = [...found, "order.illegal_transition"];
const refunded = ["order.refund_too_high", "order.units_refunded", "order.nothing_to_refund"];
const ofReturn = [...found, "order.return_not_found", "order.return_closed"];

export const ordersRouter = router({
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/orders/{orderId}",
        summary: "Get an order by its unguessable id",
        tag,
        reasons: found,
      }),
    )
    .input(GetOrder)
    .output(Order)
    .query(({ ctx, input }) => getOrder(ctx, input)),
  list: procedure
    .meta(
      rest({
        method: "GET",
        path: "/orders",
        summary: "List orders, newest first",
        description: "All of them with the scope; a user without it gets their own.",
        tag,
        scope: "orders:read",
        own: true,
      }),
    )
    .input(ListOrders)
    .output(OrderPage)
    .query(({ ctx, input }) => listOrders(ctx, input)),
  cancel: procedure
    .meta(
      rest({
        method: "POST",
        path: "/orders/{orderId}/cancel",
        summary: "Cancel before anything was sent: stock goes back, the payment is refunded",
        tag,
        idempotencyKey: "required",
        effect: "flow",
        reasons: moved,
      }),
    )
    .input(CancelOrder)
    .output(Order)
    .mutation(({ ctx, input }) => cancelOrder(ctx, input)),
  fulfil: procedure
    .meta(
      rest({
        method: "POST",
        path: "/orders/{orderId}/fulfilments",
        summary: "Record what was sent",
        tag,
        status: 201,
        scope: "orders:write",
        idempotencyKey: "required",
        reasons: [...moved, "order.nothing_to_fulfil"],
      }),
    )
    .input(FulfilOrder)
    .output(Order)
    .mutation(({ ctx, input }) => fulfilOrder(ctx, input)),
  deliver: procedure
    .meta(
      rest({
        method: "POST",
        path: "/orders/{orderId}/delivery",
        summary: "Record that everything arrived",
        tag,
        scope: "orders:write",
        idempotencyKey: "required",
        reasons: moved,
      }),
    )
    .input(DeliverOrder)
    .output(Order)
    .mutation(({ ctx, input }) => deliverOrder(ctx, input)),
  refund: procedure
    .meta(
      rest({
        method: "POST",
        path: "/orders/{orderId}/refunds",
        summary: "Give back an amount, what was paid for some units, or all that is left",
        tag,
        rank: "money",
        status: 201,
        scope: "orders:write",
        idempotencyKey: "required",
        effect: "flow",
        reasons: [...found, ...refunded, "order.wrong_currency"],
      }),
    )
    .input(RefundOrder)
    .output(Order)
    .mutation(({ ctx, input }) => refundOrder(ctx, input)),
  requestReturn: procedure
    .meta(
      rest({
        method: "POST",
        path: "/orders/{orderId}/returns",
        summary: "Announce what comes back",
        tag,
        status: 201,
        idempotencyKey: "required",
        reasons: [...found, "order.nothing_to_return"],
      }),
    )
    .input(RequestReturn)
    .output(Order)
    .mutation(({ ctx, input }) => requestReturn(ctx, input)),
  receiveReturn: procedure
    .meta(
      rest({
        method: "POST",
        path: "/orders/{orderId}/returns/{returnId}/receipt",
        summary: "Record that a return arrived: stock goes up, and money back when asked for",
        tag,
        scope: "orders:write",
        idempotencyKey: "required",
        effect: "flow",
        reasons: [...ofReturn, ...refunded],
      }),
    )
    .input(ReceiveReturn)
    .output(Order)
    .mutation(({ ctx, input }) => receiveReturn(ctx, input)),
  cancelReturn: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/orders/{orderId}/returns/{returnId}",
        summary: "Cancel a return that has not arrived",
        tag,
        reasons: ofReturn,
      }),
    )
    .input(CancelReturn)
    .output(Order)
    .mutation(({ ctx, input }) => cancelReturn(ctx, input)),
});
