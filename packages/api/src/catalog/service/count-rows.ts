/** Parts of the counts of a list that look at each product: exact to the moment, for some thousands. */
import { type SQL, sql } from "drizzle-orm";
import { axesOf, type Filter, type FilterName, matching, sellableVariant } from "./filter.ts";

/** Stock changes too often to be counted ahead, and looking it up costs some 25 us a product. */
export const stockSample = 5_000;

export const rowParts = {
  matched: (filter: Filter) =>
    sql`matched as materialized (select p.id, p.facets, pp.min_minor from ${matching(filter)})`,

  facets: (shown: SQL) => sql`
    select facet, count(*)::float8 as count from matched, unnest(facets) facet
     where ${shown} group by facet`,

  facetsWithout: (filter: Filter, name: FilterName, shown: SQL) => sql`
    select facet, count(*)::float8 as count
      from (select p.facets from ${matching(filter, name)}) m, unnest(m.facets) facet
     where ${shown} group by facet`,

  total: sql`select count(*)::float8 as count from matched`,

  stock(filter: Filter): SQL {
    const sample = sql`(select id from matched limit ${stockSample}) p`;
    return filter.availability === "in_stock"
      ? sql`select count(*)::float8 as count from ${sample}`
      : sql`select count(*)::float8 as count from ${sample}
             where ${sellableVariant(filter.region, axesOf(filter), true)}`;
  },

  price: (filter: Filter, isOwn: boolean) => {
    const source = isOwn
      ? sql`(select pp.min_minor from ${matching(filter, "price")}) m`
      : sql`matched`;
    return sql`select min(min_minor)::float8 as count, max(min_minor)::float8 as max from ${source}`;
  },

  someProducts: sql`select id from matched limit 500`,
};
