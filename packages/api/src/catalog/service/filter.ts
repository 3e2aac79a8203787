/** The conditions of a list. Each filter can be left out by name: a facet's counts ignore the facet's own. */
import { type SQL, sql } from "drizzle-orm";
import type { ListProducts } from "../contract.ts";
import { optionFacet } from "../rules.ts";
import { textQuery } from "./search.ts";

export type FilterName = "category" | "collection" | "price" | "availability" | `option.${string}`;

export type Filter = Pick<
  ListProducts,
  "category" | "collection" | "options" | "priceMin" | "priceMax" | "availability" | "region"
> & { words: readonly string[] };

/** Names of the filters that are set. */
export function activeFilters(filter: Filter): FilterName[] {
  const names: FilterName[] = axesOf(filter).map(([name]) => `option.${name}` as const);
  if (filter.category !== undefined) names.push("category");
  if (filter.collection !== undefined) names.push("collection");
  if (filter.priceMin !== undefined || filter.priceMax !== undefined) names.push("price");
  if (filter.availability === "in_stock") names.push("availability");
  return names;
}

/**
 * `from` and `where` of the products `p`, with their price range `pp` in the region, that pass. What finds products
 * by words or facets looks each price range up: the planner takes a frequent word for a reason to read all of them
 * (100 ms). What only a price narrows begins there. `also` is a condition of words beside the filter's.
 */
export function matching(filter: Filter, without?: FilterName, also?: SQL): SQL {
  const { region } = filter;
  const isFound =
    also !== undefined ||
    filter.words.length > 0 ||
    activeFilters(filter).some(
      (name) => name !== without && name !== "price" && name !== "availability",
    );
  const prices = isFound
    ? sql`cross join lateral (select min_minor, product_id from product_price
        where product_id = p.id and region_id = ${region} offset 0) pp`
    : sql`join product_price pp on pp.product_id = p.id and pp.region_id = ${region}`;
  return sql`product p ${prices} where ${sql.join([...conditions(filter, without), ...(also ? [also] : [])], sql` and `)}`;
}

export function conditions(filter: Filter, without?: FilterName): SQL[] {
  const { words, category, collection, priceMin, priceMax } = filter;
  const found = [sql`p.status = 'active'`, sql`p.published_at is not null`];
  if (words.length > 0) found.push(sql`p.search_vector @@ (${textQuery(words)})`);
  if (category !== undefined && without !== "category")
    found.push(hasFacet(`category:${category}`));
  if (collection !== undefined && without !== "collection") {
    found.push(hasFacet(`collection:${collection}`));
  }
  const axes = axesOf(filter).filter(([name]) => without !== `option.${name}`);
  for (const [name, values] of axes) {
    const facets = values.map((value) => optionFacet(name, value));
    found.push(sql`p.facets && ${sql.param(facets)}::text[]`);
  }
  if (without !== "price") {
    if (priceMin !== undefined) found.push(sql`pp.min_minor >= ${priceMin}`);
    if (priceMax !== undefined) found.push(sql`pp.min_minor <= ${priceMax}`);
  }
  const inStock = filter.availability === "in_stock" && without !== "availability";
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
