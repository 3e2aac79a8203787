import { z } from "zod";
import { BatchAnswer } from "../kernel/batch.ts";
import { rest } from "../kernel/rest.ts";
import { tags } from "../kernel/tags.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  Adjust,
  Availability,
  GetAvailability,
  Level,
  ListAvailability,
  Location,
  SetLevel,
  SetLevels,
} from "./contract.ts";
import { getAvailability, listAvailability, listLocations } from "./service.ts";
import { adjust, setLevel, setLevels } from "./service/levels.ts";

const tag = "Inventory";
/** Shared caches must ask again: stock is never shown stale. */
const cache = "public, no-cache";
/** Callers with inventory:read see levels as well. */
const kept = { for: "guests", seconds: 60 } as const;

export const inventoryRouter = router({
  list: procedure
    .meta(
      rest({
        method: "GET",
        path: "/inventory",
        summary: "Availability of several variants",
        tag,
        cache,
        keep: {
          ...kept,
          // Of those that are not there, too: they may come.
          tags: (_: unknown, input: ListAvailability) => [tags.products, ...input.variantIds],
        },
      }),
    )
    .input(ListAvailability)
    .output(z.object({ items: z.array(Availability) }))
    .query(({ ctx, input }) => listAvailability(ctx, input)),
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/inventory/{variantId}",
        summary: "Availability of one variant",
        tag,
        cache,
        // Its version does not tell who sees levels beside it.
        etag: "bytes",
        keep: {
          ...kept,
          tags: (_: unknown, input: GetAvailability) => [tags.products, input.variantId],
        },
        reasons: ["inventory.variant_not_found"],
      }),
    )
    .input(GetAvailability)
    .output(Availability)
    .query(({ ctx, input }) => getAvailability(ctx, input)),
  locations: procedure
    .meta(
      rest({
        method: "GET",
        path: "/locations",
        summary: "List stock locations",
        tag,
        scope: "inventory:read",
      }),
    )
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(Location) }))
    .query(({ ctx }) => listLocations(ctx)),
  setLevel: procedure
    .meta(
      rest({
        method: "PUT",
        path: "/inventory/{variantId}/levels/{locationId}",
        summary: "Set what is on hand at a location",
        tag,
        scope: "inventory:write",
        ifMatch: "required",
        reasons: [
          "inventory.variant_not_found",
          "inventory.location_not_found",
          "inventory.below_held",
          "inventory.version_mismatch",
        ],
      }),
    )
    .input(SetLevel)
    .output(Level)
    .mutation(({ ctx, input }) => setLevel(ctx, input)),
  setLevels: procedure
    .meta(
      rest({
        method: "POST",
        path: "/inventory/levels/batch",
        summary: "Set what is on hand of up to 1,000 levels",
        description:
          "Each item is set or refused by itself; `results` are in the order of the items. A count that finds no difference changes nothing.",
        tag,
        scope: "inventory:write",
        idempotencyKey: "required",
      }),
    )
    .input(SetLevels)
    .output(BatchAnswer)
    .mutation(({ ctx, input }) => setLevels(ctx, input)),
  adjust: procedure
    .meta(
      rest({
        method: "POST",
        path: "/inventory/adjustments",
        summary: "Add or take stock, with a reason",
        tag,
        status: 201,
        scope: "inventory:write",
        idempotencyKey: "required",
        reasons: [
          "inventory.variant_not_found",
          "inventory.location_not_found",
          "inventory.below_held",
        ],
      }),
    )
    .input(Adjust)
    .output(Level)
    .mutation(({ ctx, input }) => adjust(ctx, input)),
});
