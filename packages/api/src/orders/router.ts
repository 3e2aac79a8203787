import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  CancelOrder,
  DeliverOrder,
  FulfilOrder,
  GetOrder,
  ListOrders,
  Order,
  OrderPage,
} from "./contract.ts";
import { cancelOrder } from "./service/cancel.ts";
import { deliverOrder, fulfilOrder } from "./service/fulfil.ts";
import { getOrder, listOrders } from "./service.ts";

const tag = "Orders";
const moved = ["order.not_found", "order.illegal_transition"];

export const ordersRouter = router({
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/orders/{orderId}",
        summary: "Get an order by its unguessable id",
        tag,
        reasons: ["order.not_found"],
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
        tag,
        scope: "orders:read",
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
});
