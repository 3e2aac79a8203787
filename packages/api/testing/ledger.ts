import type { Database } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";

export type StockSums = { onHand: number; held: number; sold: number };

/**
 * What there is of a variant over all locations.
 * @throws when the books do not agree: on hand is the sum of movements, held the sum of open holds
 */
export async function stockOf(db: Database, variantId: string): Promise<StockSums> {
  const [row] = await db.execute<StockSums & { moved: number; promised: number }>(sql`
    select
      (select coalesce(sum(on_hand), 0)::int from level where variant_id = ${variantId}) as "onHand",
      (select coalesce(sum(held), 0)::int from level where variant_id = ${variantId}) as held,
      (select coalesce(sum(delta), 0)::int from movement where variant_id = ${variantId}) as moved,
      (select coalesce(sum(quantity), 0)::int from hold
        where variant_id = ${variantId} and state = 'held') as promised,
      (select coalesce(-sum(delta), 0)::int from movement
        where variant_id = ${variantId} and reason in ('sold', 'cancelled')) as sold`);
  if (!row) throw new Error("no answer");
  const { onHand, held, sold } = row;
  if (row.moved !== onHand || row.promised !== held)
    throw new Error(`the books of ${variantId} do not agree: ${JSON.stringify(row)}`);
  return { onHand, held, sold };
}
