import { makeLocation } from "@meridian/api/testing/shop.ts";
import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import type { Database } from "@meridian/db/client.ts";

const perProduct = 20;

/** A location with so many levels, each with the same stock and the ledger in order; in as many statements as one would take. */
export async function makeLevels(db: Database, count: number, onHand: number) {
  const locationId = await makeLocation(db);
  const sql = db.$client;
  await sql`
    insert into product (id, handle, title)
    select id, id, id from generate_series(0, ${count / perProduct - 1}::int) as n,
      lateral (select 'prod_' || lpad(n::text, 26, '0') as id) as made`;
  await sql`
    insert into variant (id, product_id, title, sku, position, options)
    select 'var_' || lpad(n::text, 26, '0'), 'prod_' || lpad((n / ${perProduct}::int)::text, 26, '0'), n, n, n,
      jsonb_build_object('Size', n::text)
    from generate_series(0, ${count - 1}::int) as n`;
  await sql`
    insert into price (variant_id, region_id, currency, amount_minor)
    select id, 'eu', 'EUR', 500 from variant`;
  await sql`
    insert into level (variant_id, location_id, on_hand) select id, ${locationId}, ${onHand}::int from variant`;
  await sql`
    insert into movement (variant_id, location_id, delta, reason)
    select id, ${locationId}, ${onHand}::int, 'imported' from variant`;
  const productIds = await sql<{ id: string }[]>`select id from product`;
  const variants = await sql<{ id: string }[]>`select id from variant order by position`;
  await refreshProducts(
    db,
    productIds.map(({ id }) => id),
  );
  return { locationId, variantIds: variants.map(({ id }) => id) };
}
