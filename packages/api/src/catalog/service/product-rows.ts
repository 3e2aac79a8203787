/** Products with variants, prices, pictures and stock, each in one prepared statement whatever the number. */
import type { Executor } from "@meridian/db/client.ts";
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { Currency } from "../../kernel/money.ts";
import type { Image, Product, ProductSummary, Region } from "../contract.ts";
import { priceVariants, ratingOf, type VariantRow } from "../rules.ts";

type SummaryRow = Omit<
  ProductSummary,
  "price" | "compareAt" | "priceVaries" | "image" | "hoverImage" | "variants" | "rating"
> & { variants: VariantRow[]; images: Image[]; ratingSum: number; ratingCount: number };

export type DetailRow = SummaryRow &
  Omit<Product, keyof ProductSummary | "images" | "price" | "compareAt">;

const region = sql.placeholder("region");
const iso = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);

/** Without a price in the region a variant is not there; without any, neither is the product. */
const pricedVariants = sql`
  select json_agg(json_build_object(
           'id', v.id, 'sku', v.sku, 'title', v.title, 'options', v.options,
           'amountMinor', pr.amount_minor, 'compareAtMinor', pr.compare_at_minor,
           'available', case when v.is_tracked then coalesce(
             (select sum(l.on_hand - l.held) from level l where l.variant_id = v.id), 0) end
         ) order by v.position, v.id) as variants
    from variant v join price pr on pr.variant_id = v.id and pr.region_id = ${region}
   where v.product_id = p.id`;

const pictures = (limit: SQL) => sql`
  select coalesce(json_agg(json_build_object(
           'src', i.src, 'widths', i.widths, 'alt', i.alt, 'width', i.width, 'height', i.height,
           'placeholder', i.placeholder, 'variantId', i.variant_id) order by i.position), '[]') as images
    from (select * from image where product_id = p.id order by position ${limit}) i`;

const summaryFields = sql`
  'id', p.id, 'handle', p.handle, 'title', p.title, 'subtitle', p.subtitle, 'vendor', p.vendor,
  'hue', p.hue, 'holdOnAdd', p.hold_on_add, 'version', p.version,
  'ratingSum', p.rating_sum, 'ratingCount', p.rating_count,
  'variants', vs.variants, 'images', im.images`;

const summaries = prepared((db) =>
  db
    .select({ row: sql<SummaryRow>`x.row` })
    .from(
      sql`(
      select json_build_object(${summaryFields}) as row
        from unnest(${sql.placeholder("ids")}::text[]) with ordinality wanted(id, place)
        join product p on p.id = wanted.id
        cross join lateral (${pricedVariants}) vs
        cross join lateral (${pictures(sql`limit 2`)}) im
       where vs.variants is not null
       order by wanted.place) x`,
    )
    .prepare("catalog_summaries"),
);

const details = prepared((db) =>
  db
    .select({ row: sql<DetailRow>`x.row` })
    .from(
      sql`(
      select json_build_object(${summaryFields},
          'description', p.description, 'details', p.details, 'tags', p.tags,
          'publishedAt', to_char(p.published_at at time zone 'UTC', ${iso}),
          'updatedAt', to_char(p.updated_at at time zone 'UTC', ${iso}),
          'options', (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values)
              order by o.position), '[]') from product_option o where o.product_id = p.id),
          'categories', (select coalesce(json_agg(json_build_object('id', c.id, 'handle', c.handle,
              'title', c.title) order by c.parent_id is not null, c.position, c.id), '[]')
            from category c where c.id in (
              select unnest(array[own.id, own.parent_id]) from product_category pc
                join category own on own.id = pc.category_id where pc.product_id = p.id)),
          'collections', (select coalesce(json_agg(json_build_object('id', c.id, 'handle', c.handle,
              'title', c.title) order by c.position, c.id), '[]')
            from collection_product cp join collection c on c.id = cp.collection_id
           where cp.product_id = p.id)) as row
        from product p
        cross join lateral (${pricedVariants}) vs
        cross join lateral (${pictures(sql``)}) im
       where p.handle = ${sql.placeholder("handle")} and p.status = 'active'
         and vs.variants is not null) x`,
    )
    .prepare("catalog_detail"),
);

/** In the order of `ids`; what is not sold in the region is left out. */
export async function readSummaries(
  ctx: ServiceContext,
  { id, currency }: Region,
  ids: readonly string[],
): Promise<ProductSummary[]> {
  if (ids.length === 0) return [];
  const rows = await summaries(ctx.db).execute({ ids, region: id });
  return rows.map(({ row }) => toSummary(row, currency));
}

/** Null when there is no such active product, or it has no price in the region. */
export async function findDetail(
  ctx: ServiceContext,
  { id, currency }: Region,
  handle: string,
): Promise<Product | null> {
  const [found] = await details(ctx.db).execute({ handle, region: id });
  if (!found) return null;
  const { images, ratingSum: _sum, ratingCount: _count, ...row } = found.row;
  return { ...row, ...toSummary(found.row, currency), images };
}

function toSummary(row: SummaryRow, currency: Currency): ProductSummary {
  return {
    id: row.id,
    handle: row.handle,
    title: row.title,
    subtitle: row.subtitle,
    vendor: row.vendor,
    hue: row.hue,
    holdOnAdd: row.holdOnAdd,
    version: row.version,
    image: row.images[0] ?? null,
    hoverImage: row.images[1] ?? null,
    rating: ratingOf(row.ratingSum, row.ratingCount),
    ...priceVariants(row.variants, currency),
  };
}

/** Builds a statement once per pool; a transaction, which is soon gone, takes its entry along. */
function prepared<Q>(build: (db: Executor) => Q): (db: Executor) => Q {
  const built = new WeakMap<Executor, Q>();
  return (db) => {
    let query = built.get(db);
    if (query === undefined) built.set(db, (query = build(db)));
    return query;
  };
}
