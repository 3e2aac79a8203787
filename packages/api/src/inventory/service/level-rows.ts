import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

/** A level as a row of a file. */
export type LevelRow = {
  sku: string | null;
  variantId: string;
  locationId: string;
  onHand: number;
};

/** Behind a row, by variant and location. */
export async function listLevelRows(
  ctx: ServiceContext,
  after: LevelRow | undefined,
  limit: number,
): Promise<LevelRow[]> {
  return await statement<LevelRow>(
    ctx.db,
    sql`select v.sku, l.variant_id as "variantId", l.location_id as "locationId", l.on_hand as "onHand"
        from level l join variant v on v.id = l.variant_id
        where (l.variant_id, l.location_id) > (${after?.variantId ?? ""}, ${after?.locationId ?? ""})
        order by l.variant_id, l.location_id limit ${limit}`,
  );
}
