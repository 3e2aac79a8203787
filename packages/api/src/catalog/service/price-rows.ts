import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

/** A price as a row of a file: flat, in the region's currency. */
export type PriceListRow = {
  sku: string | null;
  variantId: string;
  region: string;
  currency: string;
  amountMinor: number;
  compareAtMinor: number | null;
};

/** Of products that are there, behind a row, by variant and region. */
export async function listPriceRows(
  ctx: ServiceContext,
  after: PriceListRow | undefined,
  limit: number,
): Promise<PriceListRow[]> {
  return await statement<PriceListRow>(
    ctx.db,
    sql`select v.sku, v.id as "variantId", pr.region_id as region, pr.currency,
          pr.amount_minor::float8 as "amountMinor", pr.compare_at_minor::float8 as "compareAtMinor"
        from price pr join variant v on v.id = pr.variant_id
        where (pr.variant_id, pr.region_id) > (${after?.variantId ?? ""}, ${after?.region ?? ""})
        order by pr.variant_id, pr.region_id limit ${limit}`,
  );
}
