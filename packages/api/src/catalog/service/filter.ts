/** The filters of a list by their names, and as conditions of a product. Words are for `search.ts`. */
import { type SQL, sql } from "drizzle-orm";
import type { ListProducts } from "../contract.ts";
import { optionFacet } from "../rules.ts";

export type FilterName =
  | "category"
  | "collection"
  | "price"
  | "rating"
  | "availability"
  | `option.${string}`;

export type Filter = Pick<
  ListProducts,
  | "category"
  | "collection"
  | "options"
  | "priceMin"
  | "priceMax"
  | "ratingMin"
  | "availability"
  | "region"
  | "language"
> & { words: readonly string[] };

/** Names of the filters that are set. */
export function activeFilters(filter: Filter): FilterName[] {
  const names: FilterName[] = axesOf(filter).map(([name]) => `option.${name}` as const);
  if (filter.category !== undefined) names.push("category");
  if (filter.collection !== undefined) names.push("collection");
  if (filter.priceMin !== undefined || filter.priceMax !== undefined) names.push("price");
  if (filter.ratingMin !== undefined) names.push("rating");
  if (filter.availability === "in_stock") names.push("availability");
  return names;
}

/** What a product `p` with its price range `pp` in the region must meet. */
export function conditions(filter: Filter): SQL[] {
  const { category, collection, priceMin, priceMax, ratingMin } = filter;
  const found = [sql`p.status = 'active'`, sql`p.published_at is not null`];
  if (category !== undefined) found.push(hasFacet(`category:${category}`));
  if (collection !== undefined) found.push(hasFacet(`collection:${collection}`));
  const axes = axesOf(filter);
  for (const [name, values] of axes) {
    const facets = values.map((value) => optionFacet(name, value));
    found.push(sql`p.facets && ${sql.param(facets)}::text[]`);
  }
  if (priceMin !== undefined) found.push(sql`pp.min_minor >= ${priceMin}`);
  if (priceMax !== undefined) found.push(sql`pp.min_minor <= ${priceMax}`);
  if (ratingMin !== undefined)
    found.push(sql`rating_tenths(p.rating_sum, p.rating_count) >= ${ratingMin * 10}`);
  const inStock = filter.availability === "in_stock";
  // Facets are of the whole product. That one variant has it all must be looked up, once they have narrowed the search.
  if (inStock || axes.length > 1) found.push(sellableVariant(filter.region, axes, inStock));
  return found;
}

/**
 * One variant, sold in the region, has all the wanted options and, if asked, stock. A scalar subquery and not
 * EXISTS: the planner can't turn it into a join over all variants, it is asked per product in list order (265 ms -> 1 ms).
 */
export function sellableVariant(
  region: string,
  axes: readonly (readonly [string, readonly string[]])[],
  inStock: boolean,
): SQL {
  const options = axes.map(
    ([name, values]) => sql`and v.options ->> ${name} = any(${sql.param([...values])}::text[])`,
  );
  const stock = sql`and (not v.is_tracked or exists (
    select from level l where l.variant_id = v.id and l.on_hand > l.held))`;
  return sql`(
    select true from variant v join price pr on pr.variant_id = v.id and pr.region_id = ${region}
     where v.product_id = p.id ${sql.join(options, sql` `)} ${inStock ? stock : sql``} limit 1)`;
}

/** Axes with at least one wanted value. */
export function axesOf(filter: Pick<Filter, "options">): [string, string[]][] {
  return Object.entries(filter.options ?? {}).filter(([, values]) => values.length > 0);
}

function hasFacet(facet: string): SQL {
  return sql`p.facets @> ${sql.param([facet])}::text[]`;
}

/** How the facets that a filter chooses from begin. */
export function prefixOf(name: FilterName): string {
  if (!name.startsWith("option.")) return `${name}:`;
  return optionFacet(name.slice("option.".length), "");
}
