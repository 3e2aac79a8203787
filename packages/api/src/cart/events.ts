import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { CartId } from "./contract.ts";

/** Lines, region or state of a cart changed. Small on purpose: a watcher's process reads the priced cart once. */
export const cartChanged = defineEvent("cart.changed", "cart", z.object({ cartId: CartId }));
