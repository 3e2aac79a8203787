/**
 * What is left of what, and what warehouses say about it. Shoppers see totals; callers with
 * inventory:read see locations too. Holds for carts and checkouts are in service/holds.ts.
 */
import { locations } from "@meridian/db/schema.ts";
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { statement } from "../kernel/statement.ts";
import type {
  Availability,
  GetAvailability,
  Level,
  ListAvailability,
  Location,
} from "./contract.ts";

/** @throws not_found `inventory.variant_not_found` {variantId} */
export async function getAvailability(
  ctx: ServiceContext,
  input: GetAvailability,
): Promise<Availability> {
  const { items } = await listAvailability(ctx, { variantIds: [input.variantId] });
  const [item] = items;
  if (!item) throw variantNotFound(input.variantId);
  return item;
}

/** In the order asked for; variants that do not exist are left out. One statement. */
export async function listAvailability(
  ctx: ServiceContext,
  input: ListAvailability,
): Promise<{ items: Availability[] }> {
  const rows = await statement<{
    variantId: string;
    available: number | null;
    version: number;
    levels: Level[];
  }>(
    ctx.db,
    sql`select variant.id as "variantId",
          case when variant.is_tracked then coalesce(sum(level.on_hand - level.held), 0)::int
          end as available,
          coalesce(sum(level.version), 0)::int as version,
          coalesce(jsonb_agg(jsonb_build_object(
            'variantId', level.variant_id, 'locationId', level.location_id,
            'onHand', level.on_hand, 'held', level.held,
            'available', level.on_hand - level.held, 'version', level.version
          ) order by location.position, location.id) filter (where level.variant_id is not null), '[]')
            as levels
        from unnest(${sql.param([...new Set(input.variantIds)])}::text[])
          with ordinality as asked(id, position)
        join variant on variant.id = asked.id
        left join level on level.variant_id = variant.id
        left join location on location.id = level.location_id
        group by variant.id, asked.position
        order by asked.position`,
  );
  const seesLevels = ctx.actor.kind !== "guest" && ctx.actor.scopes.has("inventory:read");
  return {
    items: rows.map(({ levels, ...totals }) => (seesLevels ? { ...totals, levels } : totals)),
  };
}

export async function listLocations(ctx: ServiceContext): Promise<{ items: Location[] }> {
  const items = await ctx.db
    .select({
      id: locations.id,
      name: locations.name,
      country: locations.country,
      homeRegion: locations.homeRegion,
    })
    .from(locations)
    .orderBy(locations.position, locations.id);
  return { items };
}

export function variantNotFound(variantId: string): DomainError {
  return new DomainError("not_found", "inventory.variant_not_found", {
    message: "There is no such product variant.",
    details: { variantId },
  });
}
