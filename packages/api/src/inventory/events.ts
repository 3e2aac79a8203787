import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { Availability } from "./contract.ts";

/** What can be bought of a variant changed. Carries the new state, so that a watcher needs no read. */
export const stockChanged = defineEvent(
  "stock.changed",
  "variant",
  z.object({
    variantId: Availability.shape.variantId,
    available: z.number().int(),
    version: z.number().int(),
  }),
);
