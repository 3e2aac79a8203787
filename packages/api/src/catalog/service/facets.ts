/** How many products each further filter would leave, in one statement: few are counted by their rows, many by the facet maps. */
import type { Executor } from "@meridian/db/client.ts";
import { type SQL, sql } from "drizzle-orm";
import { type Currency, money } from "../../kernel/money.ts";
import type { Facets, Region } from "../contract.ts";
import { compareOptionValues, parseOptionFacet } from "../rules.ts";
import { mapParts } from "./count-maps.ts";
import { rowParts, stockSample } from "./count-rows.ts";
import { wordedMap } from "./facet-map.ts";
import { activeFilters, type Filter, type FilterName } from "./filter.ts";

type Row = {
  kind: "total" | "stock" | "price" | "facet" | "swatch";
  value: string;
  label: string | null;
  count: number;
  max: number | null;
};

/** Values shown of one facet, the most frequent first. */
const shownValues = 50;

/** What the list is counted by, and for each set filter what its own facet is counted by. */
export type Sources = { matched: Source; without: ReadonlyMap<FilterName, Source> };
export type Source = "rows" | "maps";

export type Counts = { total: number; facets: Facets };

/**
 * Counts of the filtered list. A filter's own counts ignore it, so that another value can be chosen: each
 * set filter has a pass without itself, and one pass with all filters serves every other facet.
 */
export async function readCounts(
  db: Executor,
  region: Region,
  filter: Filter,
  sources: Sources,
): Promise<Counts> {
  const rows = [...(await db.execute<Row>(countingOf(filter, sources)))];
  const of = (kind: Row["kind"]) => rows.filter((row) => row.kind === kind);
  const facets = of("facet").map((row) => ({ ...row, label: row.label ?? row.value }));
  const named = (prefix: string) =>
    facets
      .filter((row) => row.value.startsWith(prefix))
      .map(({ value, label, count }) => ({ value: value.slice(prefix.length), label, count }))
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
  const [total = 0, stock = 0] = [of("total")[0]?.count, of("stock")[0]?.count];
  return {
    total,
    facets: {
      categories: named("category:"),
      collections: named("collection:"),
      options: optionAxes(facets, new Map(of("swatch").map((row) => [row.value, row.label]))),
      price: priceRange(of("price")[0], region.currency),
      inStock: sources.matched === "maps" ? stock : scaled(stock, total),
    },
  };
}

function priceRange(row: Row | undefined, currency: Currency): Facets["price"] {
  if (!row || row.max === null) return null;
  return { min: money(row.count, currency), max: money(row.max, currency) };
}

/** Beyond {@link stockSample} matches only so many were looked at. */
function scaled(inSample: number, total: number): number {
  return total <= stockSample ? inSample : Math.round((inSample / stockSample) * total);
}

function optionAxes(
  facets: readonly { value: string; count: number }[],
  swatches: ReadonlyMap<string, string | null>,
): Facets["options"] {
  const axes = new Map<string, Facets["options"][number]["values"]>();
  for (const { value: facet, count } of facets) {
    const option = parseOptionFacet(facet);
    if (!option) continue;
    const swatch = swatches.get(`${option.name}:${option.value}`);
    const values = axes.get(option.name) ?? [];
    values.push({ value: option.value, label: option.value, count, ...(swatch && { swatch }) });
    axes.set(option.name, values);
  }
  return [...axes]
    .map(([name, values]) => ({ name, values: mostFrequent(values).toSorted(compareOptionValues) }))
    .toSorted((a, b) => sum(b.values) - sum(a.values) || a.name.localeCompare(b.name, "en"));
}

function mostFrequent<T extends { count: number }>(values: readonly T[]): T[] {
  return values.toSorted((a, b) => b.count - a.count).slice(0, shownValues);
}

function sum(values: readonly { count: number }[]): number {
  return values.reduce((total, { count }) => total + count, 0);
}

function countingOf(filter: Filter, { matched, without }: Sources): SQL {
  const isAnyMap = matched === "maps" || [...without.values()].includes("maps");
  const hasWordedMap = isAnyMap && filter.words.length > 0;
  const worded = hasWordedMap ? sql`select chunk, bits from worded` : undefined;
  const isMap = matched === "maps";
  // The set filters whose own facet is counted without them.
  const own = activeFilters(filter).filter((name) => name !== "availability" && name !== "price");
  const shown = sql.join([isShown, ...own.map((name) => sql`not ${isOf(name)}`)], sql` and `);
  const counted = own.map((name) =>
    without.get(name) === "maps"
      ? mapParts.facetsWithout(filter, worded, name, isOf(name))
      : rowParts.facetsWithout(filter, name, isOf(name)),
  );
  const priced = activeFilters(filter).includes("price") ? without.get("price") : undefined;
  const price =
    (priced ?? matched) === "maps"
      ? mapParts.price(filter, worded, priced !== undefined)
      : rowParts.price(filter, priced !== undefined);
  const parts = isMap ? mapParts : rowParts;
  return sql`
    with ${hasWordedMap ? sql`worded as materialized (${wordedMap(filter.words)}),` : sql``}
    ${isMap ? mapParts.matched(filter, worded) : rowParts.matched(filter)},
    counted as (${sql.join([parts.facets(shown), ...counted], sql` union all `)})
    select 'total' as kind, '' as value, null as label, count, null::float8 as max from (${parts.total}) t
    union all
    select 'stock', '', null, count, null from (${parts.stock(filter)}) s
    union all
    select 'price', '', null, count, max from (${price}) p
    union all
    select 'facet', n.facet, coalesce(c.title, l.title), n.count, null from counted n
      left join category c on n.facet = 'category:' || c.handle
      left join collection l on n.facet = 'collection:' || l.handle
    union all
    select distinct on (o.name, v.entry ->> 'value') 'swatch', o.name || ':' || (v.entry ->> 'value'),
           v.entry ->> 'swatch', 0, null
      from (${parts.someProducts}) p
     cross join lateral (select name, values from product_option where product_id = p.id offset 0) o
     cross join jsonb_array_elements(o.values) v(entry)
     where v.entry ? 'swatch'`;
}

/** The maps know more than is shown. */
const isShown = sql`(facet collate "C" between 'category:' and 'category;'
  or facet collate "C" between 'collection:' and 'collection;' or facet collate "C" between 'option.' and 'option/')`;

function isOf(name: string): SQL {
  return sql`starts_with(facet, ${prefixOf(name)})`;
}

function prefixOf(name: string): string {
  if (!name.startsWith("option.")) return `${name}:`;
  const escaped = name.slice("option.".length).replaceAll("%", "%25").replaceAll(":", "%3A");
  return `option.${escaped}:`;
}
