/** What moves in the shop, as the ledger of stock tells it: what sells, and what was gone and is there again. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";
import type { Highlights, ReadHighlights } from "../contract.ts";
import { readSummaries } from "./product-rows.ts";
import { getRegion } from "./regions.ts";

const lastDays = 7;
/** However much is sold: so many of the newest entries are read, and no more. */
const lastMovements = 20_000;
/** Variants that are looked at more closely, of each list. */
const candidates = 500;

/** Of what can be bought in the region at this moment. */
export async function readHighlights(
  ctx: ServiceContext,
  { region: regionId, limit, language }: ReadHighlights,
): Promise<Highlights> {
  const region = await getRegion(ctx, regionId);
  const found = await statement<{ list: keyof Highlights; productId: string }>(
    ctx.db,
    sql`
    with recent as materialized (
      select id, variant_id, delta, reason
        from (select * from movement order by id desc limit ${lastMovements}) newest
       where created_at > ${since(ctx)}::timestamptz),
    sold as (
      select variant_id, -sum(delta) as score from recent where reason in ('sold', 'cancelled')
       group by 1 having sum(delta) < 0 order by 2 desc limit ${candidates}),
    stocked as materialized (
      select v.variant_id, level.on_hand
        from (select distinct variant_id from recent where delta > 0 and reason <> 'transferred') v
        cross join lateral (
          select sum(on_hand) as on_hand, sum(held) as held from level
           where level.variant_id = v.variant_id) level
       where level.on_hand > level.held),
    -- On hand before each entry: what is there now, less all that has come since.
    told as (
      select r.id, r.variant_id, r.delta, r.reason,
             stocked.on_hand - sum(r.delta) over (partition by r.variant_id order by r.id desc) as before
        from recent r join stocked on stocked.variant_id = r.variant_id),
    came as (
      select variant_id, max(id) as score from told
       where delta > 0 and before = 0 and reason <> 'transferred'
         -- The first that ever came is new, not back.
         and exists (select from movement old where old.variant_id = told.variant_id and old.id < told.id)
       group by 1 order by 2 desc limit ${candidates}),
    listed as (
      select 'selling' as list, variant_id, score from sold union all
      select 'backInStock', variant_id, score from came),
    ranked as (
      select list, p.id, row_number() over (partition by list
               order by case list when 'selling' then sum(score) else max(score) end desc, p.id) as place
        from listed join variant v on v.id = listed.variant_id
        join product p on p.id = v.product_id and p.status = 'active' and p.published_at is not null
       where exists (
         select from variant mine join price on price.variant_id = mine.id and price.region_id = ${regionId}
          where mine.product_id = p.id and (not mine.is_tracked or exists (
            select from level where level.variant_id = mine.id and on_hand > held)))
       group by list, p.id)
    select list, id as "productId" from ranked where place <= ${limit} order by list, place`,
  );
  const idsOf = (wanted: keyof Highlights) =>
    found.filter(({ list }) => list === wanted).map(({ productId }) => productId);
  const [selling, backInStock] = await Promise.all([
    readSummaries(ctx, region, idsOf("selling"), language),
    readSummaries(ctx, region, idsOf("backInStock"), language),
  ]);
  return { selling, backInStock };
}

function since({ clock }: ServiceContext): string {
  return new Date(clock.now().getTime() - lastDays * 86_400_000).toISOString();
}
