import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { Handle, ProductId } from "./contract.ts";

/** Anything a shopper can see of a product changed: copy, pictures, variants, prices. */
export const productChanged = defineEvent(
  "product.changed",
  "product",
  z.object({
    productId: ProductId,
    handle: Handle,
    formerHandle: Handle.optional().meta({ description: "Set when the product was renamed" }),
  }),
);
