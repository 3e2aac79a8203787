/** Every product's address for crawlers, read in parts along the primary key. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import {
  type GetSitemapPart,
  type SitemapPart,
  sitemapPartSize,
  type SitemapParts,
} from "../contract/sitemap.ts";
import { cachedRead } from "./cached-read.ts";

/** All products are counted for it: at most once a minute, whoever asks. */
export const listSitemapParts = cachedRead(60_000, (ctx) => readSitemapParts(ctx));

export async function readSitemapParts(
  ctx: ServiceContext,
  partSize = sitemapPartSize,
): Promise<SitemapParts> {
  const items = await ctx.db.execute<{ firstId: string }>(sql`
    select id as "firstId"
      from (select id, row_number() over (order by id) as place from product where status = 'active') p
     where place % ${partSize}::int = 1 % ${partSize}::int order by id`);
  return { items: [...items] };
}

/** Products that are sold somewhere, from `firstId` on; that one itself may be gone. */
export async function getSitemapPart(
  ctx: ServiceContext,
  { firstId }: GetSitemapPart,
  partSize = sitemapPartSize,
): Promise<SitemapPart> {
  const items = await ctx.db.execute<SitemapPart["items"][number]>(sql`
    select p.handle, sold.regions,
           to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
      from (select id, handle, updated_at from product
             where status = 'active' and id >= ${firstId} order by id limit ${partSize}) p
      cross join lateral (
        select json_agg(distinct pr.region_id order by pr.region_id) as regions
          from variant v join price pr on pr.variant_id = v.id where v.product_id = p.id) sold
     where sold.regions is not null order by p.id`);
  return { items: [...items] };
}
