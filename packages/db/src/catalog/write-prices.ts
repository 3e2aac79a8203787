import type postgres from "postgres";

export type PriceRow = {
  variantId: string;
  region: string;
  /** In the region's currency. */
  amountMinor: number;
  compareAtMinor: number | null;
};

/** Sets prices, in the currency of their regions. Whoever calls it calls `refresh_products` behind it. */
export function writePrices(tx: postgres.ISql, rows: readonly PriceRow[]) {
  return tx`
    insert into price as p (variant_id, region_id, currency, amount_minor, compare_at_minor)
    select n."variantId", n.region, r.currency, n."amountMinor", n."compareAtMinor"
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        n("variantId" text, region text, "amountMinor" bigint, "compareAtMinor" bigint)
      join region r on r.id = n.region
    on conflict (variant_id, region_id) do update set
      currency = excluded.currency, amount_minor = excluded.amount_minor,
      compare_at_minor = excluded.compare_at_minor
    where (p.currency, p.amount_minor, p.compare_at_minor)
      is distinct from (excluded.currency, excluded.amount_minor, excluded.compare_at_minor)`;
}

/** Without a price a variant is not sold in the region. */
export function removePrices(
  tx: postgres.ISql,
  rows: readonly Pick<PriceRow, "variantId" | "region">[],
) {
  return tx`
    delete from price p using unnest(${rows.map(({ variantId }) => variantId)}::text[],
      ${rows.map(({ region }) => region)}::text[]) gone(variant_id, region_id)
     where p.variant_id = gone.variant_id and p.region_id = gone.region_id`;
}
