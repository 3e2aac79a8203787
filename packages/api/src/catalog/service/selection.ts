/** Which products a list is of, by the index: sets of numbers, without looking at a product. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { defaultLanguage } from "../../kernel/language.ts";
import { statement } from "../../kernel/statement.ts";
import { optionFacet } from "../rules.ts";
import { axesOf, type Filter, type FilterName, sellableVariant } from "./filter.ts";
import { type CatalogIndex, catalogIndex } from "./index/catalog-index.ts";
import { NumberSet, unite } from "./index/number-set.ts";
import { estimateFits, type Fit, fits, hasWords, readFits, readWorded } from "./search.ts";
import { readTranslatedFits } from "./search-translated.ts";

/** Up to so many products with the words are read at once; more are met along the order. */
const fewWorded = 1_000;
/** Looking so many products up takes longer than a shopper likes to wait. */
const manyFrom = 5_000;

export type Selection = {
  index: CatalogIndex;
  /**
   * What the filter lets through, words aside. At most too many: that one variant has all that is wanted is known to
   * its product only.
   */
  filtered: NumberSet;
  /** What lies in the filter's price range, where it has one. */
  priced: NumberSet | null;
  words: Words | null;
};

/** What the words of a search are found in. */
export type Words = {
  /** About how many products fit at least so well, in the order of `fits`. */
  estimates: readonly number[];
  /** By how well they fit, where they are few. */
  byFit: ReadonlyMap<Fit, NumberSet> | null;
  /** All of them, read once, by whoever asks first. */
  all: (ctx: ServiceContext) => Promise<NumberSet>;
};

export async function select(ctx: ServiceContext, filter: Filter): Promise<Selection> {
  const [index, words] = await Promise.all([
    catalogIndex(ctx.db),
    filter.words.length > 0 ? findWords(ctx, filter) : null,
  ]);
  const { priceMin, priceMax, region } = filter;
  const isPriced = priceMin !== undefined || priceMax !== undefined;
  const priced = isPriced ? (await index.prices(region)).between(priceMin, priceMax) : null;
  return { index, priced, words, filtered: filterSet(index, priced, filter) };
}

async function findWords(ctx: ServiceContext, { words, language }: Filter): Promise<Words> {
  if (language !== defaultLanguage) {
    const found = await readTranslatedFits(ctx, language, words);
    const all = unite(found.values());
    return { estimates: fits.map(() => all.size), byFit: found, all: async () => all };
  }
  const estimates = await estimateFits(ctx, words);
  const isFew = (estimates.at(-1) ?? 0) <= fewWorded;
  const byFit = isFew ? await readFits(ctx, words) : null;
  let all: Promise<NumberSet> | undefined;
  const readAll = async (reader: ServiceContext) =>
    byFit ? unite(byFit.values()) : readWorded(reader, hasWords(words));
  return { estimates, byFit, all: (reader) => (all ??= readAll(reader)) };
}

/** What a filter lets through, words aside, and one of its parts left out where a name is given. */
function filterSet(
  index: CatalogIndex,
  priced: NumberSet | null,
  filter: Filter,
  without?: FilterName,
): NumberSet {
  const parts: NumberSet[] = [];
  const { category, collection, ratingMin, region } = filter;
  const of = (facet: string) => index.facets.get(facet) ?? new NumberSet();
  const isStock = filter.availability === "in_stock" && without !== "availability";
  parts.push(of(`${isStock ? "stock" : "region"}:${region}`));
  if (category !== undefined && without !== "category") parts.push(of(`category:${category}`));
  if (collection !== undefined && without !== "collection")
    parts.push(of(`collection:${collection}`));
  if (ratingMin !== undefined && without !== "rating") parts.push(of(`rating:${ratingMin}`));
  for (const [name, values] of axesOf(filter)) {
    if (without === `option.${name}`) continue;
    parts.push(unite(values.map((value) => of(optionFacet(name, value)))));
  }
  if (priced && without !== "price") parts.push(priced);
  return parts.reduce((a, b) => a.and(b));
}

/** About how many have all words, however well they fit. */
export function wordedSize({ byFit, estimates }: Words): number {
  return byFit
    ? [...byFit.values()].reduce((sum, set) => sum + set.size, 0)
    : (estimates.at(-1) ?? 0);
}

/** Exactly what a filter lets through, words and all; one of its parts left out where a name is given. */
export async function countedSet(
  ctx: ServiceContext,
  filter: Filter,
  { index, priced, filtered, words }: Selection,
  without?: FilterName,
): Promise<NumberSet> {
  const set = without === undefined ? filtered : filterSet(index, priced, filter, without);
  const worded = words ? set.and(await words.all(ctx)) : set;
  const axes = axesOf(filter).filter(([name]) => without !== `option.${name}`);
  const isStock = filter.availability === "in_stock" && without !== "availability";
  if (axes.length === 0 || (axes.length === 1 && !isStock)) return worded;
  const rows = await statement<{ number: number }>(
    ctx.db,
    sql`select p.number from unnest(${sql.param([...worded])}::int[]) n(number)
      join product p on p.number = n.number
     where ${sellableVariant(filter.region, axes, isStock)}`,
  );
  return NumberSet.of(rows.map(({ number }) => number));
}

/** Whether {@link countedSet} has to read many products. */
export function isDear(filter: Filter, { filtered, words }: Selection): boolean {
  const size = Math.min(filtered.size, words ? wordedSize(words) : Number.POSITIVE_INFINITY);
  const isVariant =
    axesOf(filter).length > 1 || (axesOf(filter).length > 0 && filter.availability === "in_stock");
  return size > manyFrom && (isVariant || words !== null);
}
