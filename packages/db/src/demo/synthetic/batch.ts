import type postgres from "postgres";
import { adjectives, colors, materials, nouns, places, sizes } from "./vocabulary.ts";

/** What the generated products refer to; the lists of categories run in parallel. */
export type Surroundings = {
  categories: { id: string; handle: string; parentHandle: string }[];
  locationIds: string[];
  /** Pictures of the demo shop that generated products borrow, one per category. */
  pictures: string[];
};

/** The first characters of a synthetic ULID. The rest is the product's number in hex, so ids come in index order. */
const ID_TIME = "01kdvdna01";

/** The id of synthetic product number `i`. */
export function syntheticId(prefix: string, i: number): string {
  return `${prefix}_${ID_TIME}${i.toString(16).padStart(16, "0")}`;
}

/** Products `from` to `to` with all that belongs to them, in the caller's transaction. */
export async function insertBatch(
  tx: postgres.TransactionSql,
  from: number,
  to: number,
  at: Surroundings,
): Promise<void> {
  await tx`set local synchronous_commit = off`;
  // The inverted indexes take in whole batches at once.
  await tx`set local gin_pending_list_limit = '64MB'`;
  // Rows are right by construction, and checking 30 references a product takes longer than making them.
  // Only a superuser may switch the checks off (the embedded database's owner is one); others wait longer.
  await tx`select set_config('session_replication_role', 'replica', true) from pg_roles where rolname = current_user and rolsuper`;
  // A whole number from 0 to below - 1 that depends on i and salt alone. Squaring modulo a prime scatters
  // neighbours, and all products stay below 2^63.
  await tx`
    create or replace function pg_temp.roll(i bigint, salt bigint, below int) returns int language sql immutable as
    $$ select (((i * salt % 2147483647) * (i * salt % 2147483647) + i) % 2147483647 % below)::int $$`;
  await seed(tx, from, to, at);
  await insertProducts(tx, at);
  await insertVariants(tx);
  await insertStock(tx, at);
  await tx`insert into catalog_change (number) select p.number from seed_product s join product p on p.id = s.id`;
  await tx`drop table pg_temp.seed_product, pg_temp.seed_variant`;
}

/** What more than one table needs to know, worked out once. */
async function seed(
  tx: postgres.TransactionSql,
  from: number,
  to: number,
  { categories }: Surroundings,
): Promise<void> {
  await tx`
    create temp table seed_product as
    select s.*, case when variants = 1 then '{}'::text[] else
                (case axis when 'Color' then ${colors}::text[] else ${sizes}::text[] end)[first : first + variants - 1] end as choices
      from (select i, ${`prod_${ID_TIME}`} || lpad(to_hex(i), 16, '0') as id,
                   1 + pg_temp.roll(i, 1566083941, 3) as variants,
                   case pg_temp.roll(i, 1664525, 2) when 0 then 'Color' else 'Size' end as axis,
                   1 + pg_temp.roll(i, 22695477, 10) as first,
                   1 + pg_temp.roll(i, 1103515245, ${categories.length}) as shelf,
                   (5 + pg_temp.roll(i, 134775813, 295)) * 100 + 90 as cents,
                   (${adjectives}::text[])[1 + pg_temp.roll(i, 16807, ${adjectives.length})] as adjective,
                   (${materials}::text[])[1 + pg_temp.roll(i, 39373, ${materials.length})] as material,
                   (${nouns}::text[])[1 + pg_temp.roll(i, 742938285, ${nouns.length})] as noun,
                   (${places}::text[])[1 + pg_temp.roll(i, 950706376, ${places.length})] as place
              from generate_series(${from}::bigint, ${to}::bigint) i) s`;
  await tx`
    create temp table seed_variant as
    select p.id as product_id, p.i, k, p.axis, ${`var_${ID_TIME}`} || lpad(to_hex(p.i * 4 + k), 16, '0') as id,
           p.choices[k + 1] as value, p.cents + k * 500 as cents
      from seed_product p cross join lateral generate_series(0, p.variants - 1) k`;
  // Without statistics the planner takes a temporary table for a handful of rows and joins it by nested loops.
  await tx`analyze pg_temp.seed_product, pg_temp.seed_variant`;
}

async function insertProducts(
  tx: postgres.TransactionSql,
  { categories, pictures }: Surroundings,
): Promise<void> {
  const ids = categories.map(({ id }) => id);
  const handles = categories.map(({ handle }) => handle);
  const parents = categories.map(({ parentHandle }) => parentHandle);
  await tx`
    insert into product (id, handle, title, subtitle, description, product_type, tags, hue, published_at, facets)
    select p.id, lower(adjective || '-' || material || '-' || noun || '-' || to_hex(i)),
           adjective || ' ' || material || ' ' || noun || ', ' || place,
           material || ', from ' || place,
           'A ' || lower(noun) || ' of ' || lower(material) || ', made to be used every day and mended when it breaks. '
             || 'Each one is finished by hand in ' || place || '.',
           noun, array[lower(noun), lower(material)], pg_temp.roll(i, 48271, 360),
           timestamptz '2025-01-01' + pg_temp.roll(i, 69621, 31536000) * interval '1 second',
           array(select facet from (
                   select 'category:' || (${handles}::text[])[shelf] union select 'category:' || (${parents}::text[])[shelf]
                   union select 'option.' || axis || ':' || choice from unnest(choices) choice
                 ) all_facets (facet) order by facet)
      from seed_product p`;
  await tx`insert into product_category (product_id, category_id) select id, (${ids}::text[])[shelf] from seed_product`;
  await tx`
    insert into image (id, product_id, src, widths, alt, width, height)
    select replace(id, 'prod_', 'img_'), id, (${pictures}::text[])[shelf], '{320,640,1080,1600}', adjective || ' ' || noun, 1600, 2000
      from seed_product`;
}

async function insertVariants(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into product_option (id, product_id, name, position, values)
    select replace(id, 'prod_', 'opt_'), id, axis, 0, (select jsonb_agg(jsonb_build_object('value', choice)) from unnest(choices) choice)
      from seed_product where variants > 1`;
  await tx`
    insert into variant (id, product_id, sku, title, options, position, weight_grams)
    select id, product_id, 'SYN-' || upper(to_hex(i)) || '-' || k, coalesce(value, 'Standard'),
           case when value is null then '{}' else jsonb_build_object(axis, value) end, k, 100 + pg_temp.roll(i, 279470273, 4900)
      from seed_variant`;
  // Yen have no minor unit: 1.62 a cent.
  await tx`
    create temp view seed_price as
    select v.product_id, v.id as variant_id, r.region_id, r.currency,
           v.cents * r.percent / 100 as amount_minor
      from seed_variant v cross join (values ('eu', 'EUR', 100), ('uk', 'GBP', 87), ('us', 'USD', 102), ('jp', 'JPY', 162)) r (region_id, currency, percent)`;
  await tx`
    insert into price (variant_id, region_id, currency, amount_minor)
    select variant_id, region_id, currency, amount_minor from seed_price`;
  await tx`
    insert into product_price (product_id, region_id, number, min_minor, max_minor)
    select s.product_id, s.region_id, p.number, min(s.amount_minor), max(s.amount_minor)
      from seed_price s join product p on p.id = s.product_id group by s.product_id, s.region_id, p.number`;
  await tx`drop view pg_temp.seed_price`;
}

/** One location a variant; every unit comes in through the ledger. One in thirty is sold out. */
async function insertStock(
  tx: postgres.TransactionSql,
  { locationIds }: Surroundings,
): Promise<void> {
  await tx`
    create temp table seed_level as
    select id as variant_id, (${locationIds}::text[])[1 + pg_temp.roll(i, 40692, ${locationIds.length})] as location_id,
           case pg_temp.roll(i * 4 + k, 40014, 30) when 0 then 0 else 1 + pg_temp.roll(i * 4 + k, 62089911, 200) end as on_hand
      from seed_variant`;
  await tx`insert into level (variant_id, location_id, on_hand) select variant_id, location_id, on_hand from seed_level`;
  await tx`
    insert into movement (variant_id, location_id, delta, reason, reference)
    select variant_id, location_id, on_hand, 'received', 'synthetic' from seed_level where on_hand > 0`;
  await tx`drop table pg_temp.seed_level`;
}
