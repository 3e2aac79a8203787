/** How many products each further filter would leave: sets of numbers, counted by the index. */
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { defaultLanguage, type Language } from "../../kernel/language.ts";
import { money } from "../../kernel/money.ts";
import { statement } from "../../kernel/statement.ts";
import type { Facets, Region } from "../contract.ts";
import { compareOptionValues, parseOptionFacet } from "../rules.ts";
import { activeFilters, axesOf, type Filter, prefixOf, sellableVariant } from "./filter.ts";
import { NumberSet } from "./index/number-set.ts";
import { take } from "./index/order.ts";
import { countedSet, type Selection } from "./selection.ts";

/** Values shown of one facet, the most frequent first. */
const shownValues = 50;
/** So many of the list's newest tell the swatches of their options. */
const swatchSample = 100;
/** So many tell which part of a list can be bought as it was chosen. */
const stockSample = 1_000;

export type Counts = { total: number; facets: Facets };

/**
 * Counts of the filtered list. A filter's own counts ignore it, so that another value can be chosen: each
 * set filter is counted without itself, and the list itself serves every other facet.
 */
export async function readCounts(
  ctx: ServiceContext,
  region: Region,
  filter: Filter,
  selection: Selection,
): Promise<Counts> {
  const matched = await countedSet(ctx, filter, selection);
  const total = matched.size;
  const [counted, named, inStock, price] = await Promise.all([
    countFacets(ctx, filter, selection, matched),
    readNames(ctx, selection, region, matched, filter.language),
    countStock(ctx, filter, selection, matched),
    priceRange(ctx, filter, selection, region, matched),
  ]);
  const labelled = (prefix: string) =>
    counted
      .filter(({ facet }) => facet.startsWith(prefix))
      .map(({ facet, count }) => ({
        value: facet.slice(prefix.length),
        label: named.titles.get(facet) ?? facet,
        count,
      }))
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, filter.language));
  return {
    total,
    facets: {
      categories: labelled("category:"),
      collections: labelled("collection:"),
      options: optionAxes(counted, named),
      price,
      ratings: counted
        .filter(({ facet }) => facet.startsWith("rating:"))
        .map(({ facet, count }) => ({ min: Number(facet.slice("rating:".length)), count }))
        .toSorted((a, b) => b.min - a.min),
      inStock,
    },
  };
}

type Counted = { facet: string; count: number };

async function countFacets(
  ctx: ServiceContext,
  filter: Filter,
  selection: Selection,
  matched: NumberSet,
): Promise<Counted[]> {
  const own = activeFilters(filter).filter((name) => name !== "availability" && name !== "price");
  const sets = await Promise.all(
    own.map(async (name) => ({
      prefix: prefixOf(name),
      set: await countedSet(ctx, filter, selection, name),
    })),
  );
  const counted: Counted[] = [];
  for (const [facet, having] of selection.index.facets) {
    if (!isShown(facet)) continue;
    const set = sets.find(({ prefix }) => facet.startsWith(prefix))?.set ?? matched;
    const count = set.sizeWith(having);
    if (count > 0) counted.push({ facet, count });
  }
  return counted;
}

/** The index knows more than is shown. */
function isShown(facet: string): boolean {
  return ["category:", "collection:", "option.", "rating:"].some((prefix) =>
    facet.startsWith(prefix),
  );
}

async function priceRange(
  ctx: ServiceContext,
  filter: Filter,
  selection: Selection,
  { id, currency }: Region,
  matched: NumberSet,
): Promise<Facets["price"]> {
  const isOwn = activeFilters(filter).includes("price");
  const set = isOwn ? await countedSet(ctx, filter, selection, "price") : matched;
  const range = (await selection.index.prices(id)).rangeOf(set);
  return range && { min: money(range.min, currency), max: money(range.max, currency) };
}

/** Whether what can be bought is what was chosen only the product knows: of some, taken for all. */
async function countStock(
  ctx: ServiceContext,
  filter: Filter,
  { index }: Selection,
  matched: NumberSet,
): Promise<number> {
  if (filter.availability === "in_stock") return matched.size;
  const inStock = matched.and(index.facets.get(`stock:${filter.region}`) ?? new NumberSet());
  const axes = axesOf(filter);
  const size = inStock.size;
  if (axes.length === 0 || size === 0) return size;
  const sample = someOf(inStock, size, stockSample);
  const [row] = await statement<{ count: number }>(
    ctx.db,
    sql`select count(*)::int as count from unnest(${sql.param(sample)}::int[]) n(number)
      join product p on p.number = n.number
     where ${sellableVariant(filter.region, axes, true)}`,
  );
  return Math.round(((row?.count ?? 0) * size) / sample.length);
}

/** Some of a set, from all over it. */
function someOf(set: NumberSet, size: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(size / most));
  const some: number[] = [];
  let at = 0;
  for (const number of set) if (at++ % every === 0) some.push(number);
  return some;
}

type Names = {
  titles: ReadonlyMap<string, string>;
  swatches: ReadonlyMap<string, string>;
  /** By `name:value`; of an axis itself by `name:`. */
  labels: ReadonlyMap<string, string>;
};

/** What the facets are called, and the swatches of option values. */
async function readNames(
  ctx: ServiceContext,
  { index }: Selection,
  { id }: Region,
  matched: NumberSet,
  language: Language,
): Promise<Names> {
  const newest = await index.order("newest", id);
  const sample = take(newest.of(matched, 0), swatchSample);
  const rows = await statement<{ kind: "title" | "swatch" | "label"; name: string; value: string }>(
    ctx.db,
    sql`${titlesIn(language)}
      union all select distinct 'swatch', o.name || ':' || (v.entry ->> 'value'), v.entry ->> 'swatch'
        from unnest(${sql.param(sample)}::int[]) n(number)
        join product p on p.number = n.number
        join product_option o on o.product_id = p.id
       cross join jsonb_array_elements(o.values) v(entry)
       where v.entry ? 'swatch'`,
  );
  const of = (kind: (typeof rows)[number]["kind"]) =>
    new Map(rows.filter((row) => row.kind === kind).map(({ name, value }) => [name, value]));
  return { titles: of("title"), swatches: of("swatch"), labels: of("label") };
}

function titlesIn(language: Language): SQL {
  if (language === defaultLanguage) {
    return sql`select 'title' as kind, 'category:' || handle as name, title as value from category
      union all select 'title', 'collection:' || handle, title from collection`;
  }
  return sql`select 'title' as kind, 'category:' || handle as name, coalesce(t.title, c.title) as value
        from category c left join category_translation t on t.category_id = c.id and t.language = ${language}
      union all select 'title', 'collection:' || handle, coalesce(t.title, c.title)
        from collection c left join collection_translation t on t.collection_id = c.id and t.language = ${language}
      union all select 'label', name || ':' || value, label from option_translation where language = ${language}`;
}

function optionAxes(counted: readonly Counted[], { swatches, labels }: Names): Facets["options"] {
  const axes = new Map<string, Facets["options"][number]["values"]>();
  for (const { facet, count } of counted) {
    const option = parseOptionFacet(facet);
    if (!option) continue;
    const key = `${option.name}:${option.value}`;
    const swatch = swatches.get(key);
    const values = axes.get(option.name) ?? [];
    values.push({
      value: option.value,
      label: labels.get(key) ?? option.value,
      count,
      ...(swatch && { swatch }),
    });
    axes.set(option.name, values);
  }
  return [...axes]
    .map(([name, values]) => ({
      name,
      label: labels.get(`${name}:`) ?? name,
      values: mostFrequent(values).toSorted(compareOptionValues),
    }))
    .toSorted((a, b) => sum(b.values) - sum(a.values) || a.name.localeCompare(b.name, "en"));
}

function mostFrequent<T extends { count: number }>(values: readonly T[]): T[] {
  return values.toSorted((a, b) => b.count - a.count).slice(0, shownValues);
}

function sum(values: readonly { count: number }[]): number {
  return values.reduce((total, { count }) => total + count, 0);
}
