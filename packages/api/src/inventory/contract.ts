/**
 * Stock: what is on hand at each location, what of it is held, and every movement that made it so.
 * `0 <= held <= onHand`, `onHand = sum(movements)`, `held = sum(open holds)`. Nothing is sold twice.
 */
import { z } from "zod";
import { VariantId } from "../catalog/contract.ts";
import { maxBatch, refuseRepeated } from "../kernel/batch.ts";
import { id } from "../kernel/ids.ts";

export const LocationId = id("loc");
export const HoldId = id("hold");
/** More than any warehouse counts, less than an int4 column holds. */
export const Quantity = z.number().int().min(0).max(1_000_000_000);

export const Level = z
  .object({
    variantId: VariantId,
    locationId: LocationId,
    onHand: z.number().int(),
    held: z.number().int().meta({ description: "Of what is on hand, promised to open checkouts" }),
    available: z.number().int().meta({ description: "onHand - held" }),
    version: z.number().int(),
  })
  .meta({ id: "Level" });
export type Level = z.infer<typeof Level>;

export const Availability = z
  .object({
    variantId: VariantId,
    available: z
      .number()
      .int()
      .nullable()
      .meta({ description: "Units that can be bought now over all locations; null: not counted" }),
    version: z
      .number()
      .int()
      .meta({ description: "Grows with every change; an older one may be dropped" }),
    levels: z
      .array(Level)
      .optional()
      .meta({ description: "Per location, for callers with inventory:read" }),
  })
  .meta({ id: "Availability" });
export type Availability = z.infer<typeof Availability>;

export const Location = z
  .object({ id: LocationId, name: z.string(), country: z.string(), homeRegion: z.string() })
  .meta({ id: "Location" });
export type Location = z.infer<typeof Location>;

export const GetAvailability = z.strictObject({ variantId: VariantId });
export type GetAvailability = z.infer<typeof GetAvailability>;
export const ListAvailability = z.strictObject({ variantIds: z.array(VariantId).min(1).max(100) });
export type ListAvailability = z.infer<typeof ListAvailability>;

export const SetLevel = z.strictObject({
  variantId: VariantId,
  locationId: LocationId,
  onHand: Quantity,
  expectedVersion: z
    .number()
    .int()
    .meta({ description: "Version that the caller saw; 0: the level must not exist yet" }),
});
export type SetLevel = z.infer<typeof SetLevel>;

export const SetLevels = z.strictObject({
  items: z
    .array(
      z.strictObject({
        ...SetLevel.shape,
        expectedVersion: SetLevel.shape.expectedVersion.optional().meta({
          description: "Version that the caller saw; 0: must not exist yet; none: whatever it is",
        }),
      }),
    )
    .min(1)
    .max(maxBatch)
    .superRefine(refuseRepeated(({ variantId, locationId }) => `${variantId} ${locationId}`)),
  idempotencyKey: z.string().min(1).max(255).optional(),
});
export type SetLevels = z.infer<typeof SetLevels>;

export const Adjust = z.strictObject({
  variantId: VariantId,
  locationId: LocationId,
  delta: z
    .number()
    .int()
    .min(-1_000_000_000)
    .max(1_000_000_000)
    .refine((n) => n !== 0, "must not be 0"),
  reason: z.enum(["received", "counted", "damaged", "returned", "transferred"]),
  note: z.string().max(500).optional(),
  idempotencyKey: z.string().min(1).max(255).optional(),
});
export type Adjust = z.infer<typeof Adjust>;

/** What is to be held: each line of one owner, all or nothing. `id` is the caller's: a retry gets the first answer. */
export const HoldRequest = z.object({
  id: HoldId,
  variantId: VariantId,
  quantity: z.number().int().min(1).max(999),
});
export type HoldRequest = z.infer<typeof HoldRequest>;

export const reasons = {
  "inventory.out_of_stock": z.object({
    variantId: VariantId,
    requested: z.number(),
    available: z.number(),
  }),
  /** A hold ended before it was confirmed: the stock may be somebody else's by now. */
  "inventory.hold_lost": z.object({ variantIds: z.array(VariantId) }),
  "inventory.variant_not_found": z.object({ variantId: VariantId }),
  "inventory.location_not_found": z.object({ locationId: LocationId }),
  /** Stock that is promised can't be taken away: on hand would fall under held. */
  "inventory.below_held": z.object({ onHand: z.number(), held: z.number() }),
  "inventory.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "inventory.precondition_required": z.object({}),
} as const;
