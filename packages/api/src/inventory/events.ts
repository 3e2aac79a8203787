import { z } from "zod";
import { VariantId } from "../catalog/contract.ts";
import { defineEvent } from "../kernel/outbox.ts";

/** What can be bought of a variant changed. Carries the new state, so that a watcher needs no read. */
export const stockChanged = defineEvent(
  "stock.changed",
  "variant",
  z.object({ variantId: VariantId, available: z.number().int(), version: z.number().int() }),
);
