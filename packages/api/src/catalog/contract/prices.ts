/** What setting prices says. */
import { z } from "zod";
import { maxBatch, refuseRepeated } from "../../kernel/batch.ts";
import { RegionId, VariantId } from "../contract.ts";
import { Amount } from "./products.ts";

export const PriceItem = z.strictObject({
  variantId: VariantId,
  region: RegionId,
  price: Amount.nullable().meta({
    description: "In the region's currency; null: not sold there any more",
  }),
  compareAt: Amount.nullable().optional().meta({ description: "What it cost before" }),
  expectedVersion: z
    .number()
    .int()
    .optional()
    .meta({ description: "Version of the product that the caller saw; none: whatever it is" }),
});
export type PriceItem = z.infer<typeof PriceItem>;

export const SetPrices = z.strictObject({
  items: z
    .array(PriceItem)
    .min(1)
    .max(maxBatch)
    .superRefine(refuseRepeated(({ variantId, region }) => `${variantId} ${region}`)),
  idempotencyKey: z.string().min(1).max(255).optional(),
});
export type SetPrices = z.infer<typeof SetPrices>;
