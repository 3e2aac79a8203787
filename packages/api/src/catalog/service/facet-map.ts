/** Sets of products as bits by product number: how large a filtered list is, and whether a product may be in it. */
import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@meridian/db/client.ts";
import { statement } from "../../kernel/statement.ts";
import { coverPrices, highestPrice, optionFacet, type PriceStep, priceStepOf } from "../rules.ts";
import { activeFilters, axesOf, type Filter, type FilterName } from "./filter.ts";
import { textQuery } from "./search.ts";

/**
 * `select chunk, bits` of what a filter lets through. At most too many: the maps are some moments behind, a price
 * step is taken whole, and that one variant has all wanted options is not in them. Words are not looked at.
 */
export function mapOf(filter: Filter, without?: FilterName): SQL {
  return intersection(partsOf(filter, without));
}

/** As {@link mapOf}, to the cent and with `worded`, the map of the words: what lists are counted by. */
export function exactMapOf(filter: Filter, worded: SQL | undefined, without?: FilterName): SQL {
  const parts = partsOf(filter, without, "price");
  if (without !== "price" && hasPrice(filter)) parts.push(exactPrice(filter));
  if (worded) parts.push(worded);
  return intersection(parts);
}

/** Of the products that words are found in. */
export function wordedMap(words: readonly string[]): SQL {
  return sql`select p.number >> 14 as chunk, ${bitsOf(sql`p.number`)} as bits
    from product p where p.search_vector @@ (${textQuery(words)}) group by 1`;
}

/** A map as one long bit string, up to the last product. */
export function chainOf(map: SQL): SQL {
  return sql`(select bit_chain(coalesce(m.bits, B'0'::bit(16384)) order by c.chunk)
    from generate_series(0, (select max(number) >> 14 from product)) c(chunk)
    left join (${map}) m using (chunk))`;
}

/** Whether the maps can count a filter: several wants of one variant are known to its product only. */
export function isCountedByMaps(filter: Filter, without?: FilterName): boolean {
  const axes = axesOf(filter).filter(([name]) => without !== `option.${name}`).length;
  const isAny = filter.availability === "any" || without === "availability";
  return axes === 0 || (axes === 1 && isAny);
}

export type MapSizes = {
  /** All products of the region. */
  sold: number;
  /** What the filter lets through, words aside. */
  filtered: number;
  /** What it lets through when one of its set filters is left out, in the order of `activeFilters`. */
  without: number[];
  /** Changes that the maps do not have yet; ten thousand are as good as any number. */
  pending: number;
};

export async function readMapSizes(db: Executor, filter: Filter): Promise<MapSizes> {
  const size = (map: SQL) => sql`(select coalesce(sum(bit_count(bits)), 0) from (${map}) m)::int`;
  const without = activeFilters(filter).map((name) => size(mapOf(filter, name)));
  const [row] = await statement<MapSizes>(
    db,
    sql`select ${size(anyOf([`region:${filter.region}`]))} as sold, ${size(mapOf(filter))} as filtered, array[${sql.join(without, sql`, `)}]::int[] as without,
      (select count(*)::int from (select from catalog_change limit 10000) c) as pending`,
  );
  if (!row) throw new Error("the facet maps did not answer");
  return row;
}

/** Whether any filter beside the region narrows the map. */
export function isMapped(filter: Filter): boolean {
  return partsOf(filter, undefined).length > 1 || filter.availability === "in_stock";
}

/**
 * Whether the maps let a product number through. One that changed since they were brought up to date always
 * passes: its row decides.
 */
export function mayPass(filter: Filter, number: SQL): SQL {
  if (!isMapped(filter)) return sql`true`;
  return sql`(get_bit(${chainOf(mapOf(filter))}, ${number}) = 1 or ${number} in (select number from catalog_change))`;
}

function baseOf(filter: Filter): string {
  const kind = filter.availability === "in_stock" ? "stock" : "region";
  return `${kind}:${filter.region}`;
}

/** One `select chunk, bits` for each filter that is set. */
function partsOf(filter: Filter, ...without: (FilterName | undefined)[]): SQL[] {
  const { category, collection } = filter;
  const isSet = (name: FilterName) => !without.includes(name);
  const parts = [anyOf([isSet("availability") ? baseOf(filter) : `region:${filter.region}`])];
  if (category !== undefined && isSet("category")) parts.push(anyOf([`category:${category}`]));
  if (collection !== undefined && isSet("collection"))
    parts.push(anyOf([`collection:${collection}`]));
  for (const [name, values] of axesOf(filter)) {
    if (isSet(`option.${name}`)) parts.push(anyOf(values.map((value) => optionFacet(name, value))));
  }
  if (isSet("price") && hasPrice(filter)) parts.push(roundPrice(filter));
  return parts;
}

function intersection(parts: readonly SQL[]): SQL {
  const names = parts.map((_, index) => sql.raw(`m${index}`));
  const [first, ...rest] = parts.map((part, index) => sql`(${part}) ${names[index]}`);
  const bits = sql.join(
    names.map((name) => sql`${name}.bits`),
    sql` & `,
  );
  const joined = sql.join(
    [sql`${first}`, ...rest.map((part) => sql`join ${part} using (chunk)`)],
    sql` `,
  );
  return sql`select chunk, ${bits} as bits from ${joined}`;
}

function anyOf(facets: readonly string[]): SQL {
  const [only] = facets;
  if (facets.length === 1) return sql`select chunk, bits from facet_map where facet = ${only}`;
  return sql`select chunk, bit_or(bits) as bits from facet_map
    where facet = any(${sql.param([...facets])}::text[]) group by chunk`;
}

function bitsOf(number: SQL): SQL {
  return sql`bit_or(set_bit(B'0'::bit(16384), ${number} & 16383, 1))`;
}

function hasPrice({ priceMin, priceMax }: Filter): boolean {
  return priceMin !== undefined || priceMax !== undefined;
}

/** Whole price steps, those at the ends included. */
function roundPrice(filter: Filter): SQL {
  const { steps, ends } = coverOf(filter);
  return anyOf([...steps, ...ends.map(({ from }) => priceStepOf(from, 2))].map(facetOf(filter)));
}

/** The steps within by their maps, what is left at the ends product by product. */
function exactPrice(filter: Filter): SQL {
  const { steps, ends } = coverOf(filter);
  const rows = ends.map(
    ({ from, to }) => sql`union all
      select number >> 14 as chunk, ${bitsOf(sql`number`)} as bits from product_price
       where region_id = ${filter.region} and min_minor between ${from} and ${to} group by 1`,
  );
  return sql`select chunk, bit_or(bits) as bits from (
    ${anyOf(steps.map(facetOf(filter)))} ${sql.join(rows, sql` `)}) p group by chunk`;
}

function coverOf({ priceMin = 0, priceMax = highestPrice }: Filter) {
  return coverPrices(priceMin, Math.min(priceMax, highestPrice));
}

function facetOf({ region }: Filter) {
  return ({ name, digits }: PriceStep) => `price${digits}.${region}:${name}`;
}
