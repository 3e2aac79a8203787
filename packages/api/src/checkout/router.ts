import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  Checkout,
  CompleteCheckout,
  CompletionResult,
  GetCheckout,
  StartCheckout,
  UpdateCheckout,
} from "./contract.ts";
import { getCheckout, hasCartLeft } from "./service.ts";
import { cancelCheckout } from "./service/cancel.ts";
import { completeCheckout } from "./service/complete.ts";
import { startCheckout } from "./service/start.ts";
import { updateCheckout } from "./service/update.ts";

const tag = "Checkout";
const found = ["checkout.not_found"];

export const checkoutRouter = router({
  start: procedure
    .meta(
      rest({
        method: "POST",
        path: "/checkouts",
        summary: "Hold the cart's stock and start paying",
        tag,
        rank: "checkout",
        limit: { name: "checkout" },
        status: 201,
        idempotencyKey: "optional",
        location: (checkout: Checkout) => `/api/v1/checkouts/${checkout.id}`,
        reasons: [
          "cart.not_found",
          "cart.not_active",
          "checkout.cart_empty",
          "cart.not_sold_here",
          "checkout.not_open",
          "inventory.out_of_stock",
        ],
      }),
    )
    .input(StartCheckout)
    .output(Checkout)
    .mutation(({ ctx, input }) => startCheckout(ctx, input)),
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/checkouts/{checkoutId}",
        // Time and the payment provider move an open one without a version.
        isCovered: ({ state }: Checkout) => state === "completed" || state === "cancelled",
        summary: "Get a checkout",
        tag,
        reasons: found,
      }),
    )
    .input(GetCheckout)
    .output(Checkout)
    .query(({ ctx, input }) => getCheckout(ctx, input)),
  update: procedure
    .meta(
      rest({
        method: "PATCH",
        path: "/checkouts/{checkoutId}",
        summary: "Set e-mail, address, shipping option and gift message",
        tag,
        rank: "checkout",
        ifMatch: "required",
        reasons: [
          ...found,
          "checkout.not_open",
          "checkout.expired",
          "checkout.version_mismatch",
          "checkout.shipping_option_not_found",
          "checkout.country_not_served",
          "checkout.subdivision_unknown",
        ],
      }),
    )
    .input(UpdateCheckout)
    .output(Checkout)
    .mutation(({ ctx, input }) => updateCheckout(ctx, input)),
  complete: procedure
    .meta(
      rest({
        method: "POST",
        path: "/checkouts/{checkoutId}/complete",
        summary: "Pay and place the order",
        tag,
        rank: "money",
        limit: { name: "payment", by: "checkoutId" },
        statusOf: {
          statuses: [201, 202],
          of: (result: CompletionResult) => ("lines" in result ? 201 : 202),
        },
        location: (result: CompletionResult) =>
          "lines" in result ? `/api/v1/orders/${result.id}` : "",
        idempotencyKey: "required",
        effect: "flow",
        reasons: [
          ...found,
          "checkout.not_open",
          "checkout.expired",
          "checkout.incomplete",
          "promotions.not_found",
          "promotions.used_up",
          "payment.declined",
          "payment.unavailable",
          "payment.provider_not_offered",
          "payment.token_unknown",
          "checkout.sold_out_refunded",
        ],
      }),
    )
    .input(CompleteCheckout)
    .output(CompletionResult)
    .mutation(async ({ ctx, input }) => {
      const result = await completeCheckout(ctx, input);
      if ("lines" in result && !(await hasCartLeft(ctx, input))) ctx.guestCart.forget();
      return result;
    }),
  cancel: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/checkouts/{checkoutId}",
        summary: "Give the stock back",
        tag,
        status: 204,
        reasons: [...found, "checkout.not_open"],
      }),
    )
    .input(GetCheckout)
    .output(z.void())
    .mutation(({ ctx, input }) => cancelCheckout(ctx, input)),
});
