/** Products with variants, prices, pictures and stock, each in one prepared statement whatever the number. */
import type { Executor } from "@meridian/db/client.ts";
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { Currency } from "../../kernel/money.ts";
import { defaultLanguage, type Language } from "../../kernel/language.ts";
import type { Image, OptionAxis, Product, ProductSummary, Region } from "../contract.ts";
import { labelAxes, type OptionLabel, priceVariants, ratingOf, type VariantRow } from "../rules.ts";

type SummaryRow = Omit<
  ProductSummary,
  "price" | "compareAt" | "priceVaries" | "image" | "hoverImage" | "variants" | "rating"
> & { variants: VariantRow[]; images: Image[]; ratingSum: number; ratingCount: number };

export type DetailRow = SummaryRow &
  Omit<Product, keyof ProductSummary | "images" | "price" | "compareAt" | "options"> & {
    options: OptionAxis[];
    labels: OptionLabel[];
  };

const region = sql.placeholder("region");
const language = sql.placeholder("language");
const iso = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);

/** Where a product's words come from. English ones are its own: whoever reads them is asked for no other. */
type Source = {
  /** A translation `t` of the product `p`. */
  join: SQL;
  /** A field of the product. */
  of: (field: "title" | "subtitle" | "description" | "details") => SQL;
  variantTitle: SQL;
  alt: SQL;
  /** A title of a category or collection `c`. */
  shelfTitle: (kind: "category" | "collection") => SQL;
  labels: SQL;
};

const inEnglish: Source = {
  join: sql``,
  of: (field) => sql.raw(`p.${field}`),
  variantTitle: sql`v.title`,
  alt: sql`i.alt`,
  shelfTitle: () => sql`c.title`,
  labels: sql`'[]'::json`,
};

const translated: Source = {
  join: sql`left join product_translation t on t.product_id = p.id and t.language = ${language}`,
  of: (field) => sql.raw(`coalesce(t.${field}, p.${field})`),
  variantTitle: sql`variant_title(v.title, v.options, ${language})`,
  alt: sql`coalesce(t.alts ->> i.src, i.alt)`,
  shelfTitle: (kind) => sql`coalesce((select told.title from ${sql.raw(kind)}_translation told
    where told.${sql.raw(kind)}_id = c.id and told.language = ${language}), c.title)`,
  labels: sql`(select coalesce(json_agg(json_build_object(
      'name', l.name, 'value', l.value, 'label', l.label)), '[]')
    from product_option o join option_translation l on l.language = ${language} and l.name = o.name
     and (l.value = '' or o.values @> jsonb_build_array(jsonb_build_object('value', l.value)))
   where o.product_id = p.id)`,
};

/** Without a price in the region a variant is not there; without any, neither is the product. */
const pricedVariants = ({ variantTitle }: Source) => sql`
  select json_agg(json_build_object(
           'id', v.id, 'sku', v.sku, 'title', ${variantTitle}, 'options', v.options,
           'amountMinor', pr.amount_minor, 'compareAtMinor', pr.compare_at_minor,
           'available', case when v.is_tracked then coalesce(
             (select sum(l.on_hand - l.held) from level l where l.variant_id = v.id), 0) end
         ) order by v.position, v.id) as variants
    from variant v join price pr on pr.variant_id = v.id and pr.region_id = ${region}
   where v.product_id = p.id`;

const pictures = ({ alt }: Source, limit: SQL) => sql`
  select coalesce(json_agg(json_build_object(
           'src', i.src, 'widths', i.widths, 'alt', ${alt}, 'width', i.width, 'height', i.height,
           'placeholder', i.placeholder, 'variantId', i.variant_id) order by i.position), '[]') as images
    from (select * from image where product_id = p.id order by position ${limit}) i`;

const summaryFields = ({ of }: Source) => sql`
  'id', p.id, 'handle', p.handle, 'title', ${of("title")}, 'subtitle', ${of("subtitle")}, 'vendor', p.vendor,
  'hue', p.hue, 'holdOnAdd', p.hold_on_add, 'version', p.version,
  'ratingSum', p.rating_sum, 'ratingCount', p.rating_count,
  'variants', vs.variants, 'images', im.images`;

const summariesIn = (source: Source, name: string) =>
  prepared((db) =>
    db
      .select({ row: sql<SummaryRow>`x.row` })
      .from(
        sql`(
      select json_build_object(${summaryFields(source)}) as row
        from unnest(${sql.placeholder("ids")}::text[]) with ordinality wanted(id, place)
        join product p on p.id = wanted.id
        ${source.join}
        cross join lateral (${pricedVariants(source)}) vs
        cross join lateral (${pictures(source, sql`limit 2`)}) im
       where vs.variants is not null
       order by wanted.place) x`,
      )
      .prepare(name),
  );
const summaries = summariesIn(inEnglish, "catalog_summaries");
const translatedSummaries = summariesIn(translated, "catalog_translated_summaries");

const detailsIn = (source: Source, name: string) =>
  prepared((db) =>
    db
      .select({ row: sql<DetailRow>`x.row` })
      .from(
        sql`(
      select json_build_object(${summaryFields(source)},
          'description', ${source.of("description")}, 'details', ${source.of("details")}, 'tags', p.tags,
          'labels', ${source.labels},
          'publishedAt', to_char(p.published_at at time zone 'UTC', ${iso}),
          'updatedAt', to_char(p.updated_at at time zone 'UTC', ${iso}),
          'options', (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values)
              order by o.position), '[]') from product_option o where o.product_id = p.id),
          'categories', (select coalesce(json_agg(json_build_object('id', c.id, 'handle', c.handle,
              'title', ${source.shelfTitle("category")}) order by c.parent_id is not null, c.position, c.id), '[]')
            from category c where c.id in (
              select unnest(array[own.id, own.parent_id]) from product_category pc
                join category own on own.id = pc.category_id where pc.product_id = p.id)),
          'collections', (select coalesce(json_agg(json_build_object('id', c.id, 'handle', c.handle,
              'title', ${source.shelfTitle("collection")}) order by c.position, c.id), '[]')
            from collection_product cp join collection c on c.id = cp.collection_id
           where cp.product_id = p.id)) as row
        from product p
        ${source.join}
        cross join lateral (${pricedVariants(source)}) vs
        cross join lateral (${pictures(source, sql``)}) im
       where p.handle = ${sql.placeholder("handle")} and p.status = 'active'
         and vs.variants is not null) x`,
      )
      .prepare(name),
  );
const details = detailsIn(inEnglish, "catalog_detail");
const translatedDetails = detailsIn(translated, "catalog_translated_detail");

/** In the order of `ids`; what is not sold in the region is left out. */
export async function readSummaries(
  ctx: ServiceContext,
  { id, currency }: Region,
  ids: readonly string[],
  wanted: Language,
): Promise<ProductSummary[]> {
  if (ids.length === 0) return [];
  const read = wanted === defaultLanguage ? summaries : translatedSummaries;
  const rows = await read(ctx.db).execute({ ids, region: id, language: wanted });
  return rows.map(({ row }) => toSummary(row, currency));
}

/** Null when there is no such active product, or it has no price in the region. */
export async function findDetail(
  ctx: ServiceContext,
  { id, currency }: Region,
  handle: string,
  wanted: Language,
): Promise<Product | null> {
  const read = wanted === defaultLanguage ? details : translatedDetails;
  const [found] = await read(ctx.db).execute({ handle, region: id, language: wanted });
  if (!found) return null;
  const { images, options, labels, ratingSum: _sum, ratingCount: _count, ...row } = found.row;
  return {
    ...row,
    ...toSummary(found.row, currency),
    images,
    options: labelAxes(options, labels),
  };
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
