/** How many products each further filter would leave, in one statement. */
import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "@meridian/db/client.ts";
import { type Currency, money } from "../../kernel/money.ts";
import type { Facets, Region } from "../contract.ts";
import { compareOptionValues, parseOptionFacet } from "../rules.ts";
import { activeFilters, axesOf, type Filter, matching, sellableVariant } from "./filter.ts";

type Row = {
  kind: "total" | "stock" | "price" | "facet" | "swatch";
  value: string;
  label: string | null;
  count: number;
  max: number | null;
};

/** Stock changes too often to be counted ahead, and looking it up costs some 25 us a product. */
export const stockSample = 5_000;

/** Values shown of one facet, the most frequent first. */
const shownValues = 50;

export type Counts = { total: number; facets: Facets };

/**
 * Counts of the filtered list. A filter's own counts ignore it, so that another value can be chosen: each
 * set filter has a pass without itself, and one pass with all filters serves every other facet.
 */
export async function readCounts(db: Executor, region: Region, filter: Filter): Promise<Counts> {
  const rows = (await db.execute(statement(filter))) as unknown as Row[];
  const of = (kind: Row["kind"]) => rows.filter((row) => row.kind === kind);
  const facets = of("facet").map((row) => ({ ...row, label: row.label ?? row.value }));
  const named = (prefix: string) =>
    facets
      .filter((row) => row.value.startsWith(prefix))
      .map(({ value, label, count }) => ({ value: value.slice(prefix.length), label, count }))
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, "en"));
  const total = of("total")[0]?.count ?? 0;
  return {
    total,
    facets: {
      categories: named("category:"),
      collections: named("collection:"),
      options: optionAxes(facets, new Map(of("swatch").map((row) => [row.value, row.label]))),
      price: priceRange(of("price")[0], region.currency),
      inStock: scaled(of("stock")[0]?.count ?? 0, total),
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

function statement(filter: Filter): SQL {
  const active = activeFilters(filter);
  const ownPasses = active.filter((name) => name !== "availability" && name !== "price");
  const counted = [
    // What no filter of its own narrows is counted over the filtered list.
    sql`select facet, count(*)::float8 as count from matched, unnest(facets) facet
         where true ${sql.join(
           ownPasses.map((name) => sql`and ${isNotOf(name)}`),
           sql` `,
         )}
         group by facet`,
    ...ownPasses.map(
      (name) => sql`select facet, count(*)::float8 as count
        from (select p.facets from ${matching(filter, name)}) m, unnest(m.facets) facet
        where ${isOf(name)} group by facet`,
    ),
  ];
  const priceSource = active.includes("price")
    ? sql`(select pp.min_minor from ${matching(filter, "price")}) m`
    : sql`matched`;
  const sample = sql`(select id from matched limit ${stockSample}) p`;
  const inStock = active.includes("availability")
    ? sql`select count(*)::float8 as count from ${sample}`
    : sql`select count(*)::float8 as count from ${sample}
           where ${sellableVariant(filter.region, axesOf(filter), true)}`;
  return sql`
    with matched as materialized (
      select p.id, p.facets, pp.min_minor from ${matching(filter)}),
    counted as (${sql.join(counted, sql` union all `)})
    select 'total' as kind, '' as value, null as label, count(*)::float8 as count, null::float8 as max from matched
    union all
    select 'stock', '', null, count, null from (${inStock}) s
    union all
    select 'price', '', null, min(min_minor)::float8, max(min_minor)::float8 from ${priceSource}
    union all
    select 'facet', n.facet, coalesce(c.title, l.title), n.count, null from counted n
      left join category c on n.facet = 'category:' || c.handle
      left join collection l on n.facet = 'collection:' || l.handle
    union all
    select distinct on (o.name, v.entry ->> 'value') 'swatch', o.name || ':' || (v.entry ->> 'value'),
           v.entry ->> 'swatch', 0, null
      from product_option o, jsonb_array_elements(o.values) v(entry)
     where o.product_id in (select id from matched limit 500) and v.entry ? 'swatch'`;
}

function prefixOf(name: string): string {
  if (!name.startsWith("option.")) return `${name}:`;
  const escaped = name.slice("option.".length).replaceAll("%", "%25").replaceAll(":", "%3A");
  return `option.${escaped}:`;
}

function isOf(name: string): SQL {
  return sql`starts_with(facet, ${prefixOf(name)})`;
}

function isNotOf(name: string): SQL {
  return sql`not ${isOf(name)}`;
}
