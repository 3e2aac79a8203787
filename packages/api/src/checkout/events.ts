import { z } from "zod";
import { id } from "../kernel/ids.ts";
import { defineEvent } from "../kernel/outbox.ts";
import { CheckoutId } from "./contract.ts";

const data = z.object({ checkoutId: CheckoutId, cartId: id("cart") });

export const checkoutStarted = defineEvent("checkout.started", "checkout", data);
export const checkoutCompleted = defineEvent(
  "checkout.completed",
  "checkout",
  data.extend({ orderId: id("ord") }),
);
/** The hold's time ran out and the stock went back. */
export const checkoutExpired = defineEvent("checkout.expired", "checkout", data);
export const checkoutCancelled = defineEvent("checkout.cancelled", "checkout", data);
