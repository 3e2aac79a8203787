/** Parts of the counts of a list that combine facet maps: of any number of products, at most a moment behind. */
import { type SQL, sql } from "drizzle-orm";
import { chainOf, exactMapOf } from "./facet-map.ts";
import { axesOf, type Filter, type FilterName, sellableVariant } from "./filter.ts";

/** How many products are looked through for the swatches of their options. */
const swatchSteps = 2_000;
/** How many are looked through, and how many of the list are asked what can be bought of them. */
const stockSteps = 20_000;
const stockSample = 1_000;

/** `worded` is a map of the words, where there are any. */
export const mapParts = {
  matched: (filter: Filter, worded: SQL | undefined) =>
    sql`matched as materialized (${exactMapOf(filter, worded)})`,

  facets: (shown: SQL) => count(sql`matched`, shown),

  facetsWithout: (filter: Filter, worded: SQL | undefined, name: FilterName, shown: SQL) =>
    count(sql`(${exactMapOf(filter, worded, name)})`, shown),

  total: sql`select coalesce(sum(bit_count(bits)), 0)::float8 as count from matched`,

  /** Whether what can be bought is what was chosen only the product knows: of some, taken for all. */
  stock(filter: Filter): SQL {
    const axes = axesOf(filter);
    return axes.length === 0
      ? sql`select coalesce(sum(bit_count(m.bits & s.bits)), 0)::float8 as count
          from matched m join facet_map s using (chunk) where s.facet = ${`stock:${filter.region}`}`
      : sql`select coalesce(round(count(*) filter (where ${sellableVariant(filter.region, axes, true)})
              * (select sum(bit_count(bits)) from matched) / nullif(count(*), 0)), 0)::float8 as count
          from (${someOf(stockSteps)} limit ${stockSample}) p`;
  },

  /** The outermost price steps that the list has anything in, and in each the outermost price. */
  price(filter: Filter, worded: SQL | undefined, isOwn: boolean): SQL {
    const map = isOwn ? exactMapOf(filter, worded, "price") : sql`select chunk, bits from matched`;
    const prefix = `price1.${filter.region}:`;
    const outermost = (step: "low" | "high", way: SQL) => sql`(
      select pp.min_minor from product_price pp, steps
       where pp.region_id = ${filter.region}
         and pp.min_minor between ${first(step)} and ${first(step)} + ${unit(step)} - 1
         and get_bit((select bits from chain), pp.number) = 1
       order by pp.min_minor ${way} limit 1)::float8`;
    return sql`
      with priced as materialized (${map}),
      chain as materialized (select ${chainOf(sql`select chunk, bits from priced`)} as bits),
      steps as materialized (
        select substr(min(facet), ${prefix.length + 1}::int) as low, substr(max(facet), ${prefix.length + 1}::int) as high
          from (select f.facet from priced m join facet_map f using (chunk)
                 where f.facet between ${prefix} and ${`${prefix}~`} and bit_count(f.bits & m.bits) > 0) s)
      select ${outermost("low", sql`asc`)} as count, ${outermost("high", sql`desc`)} as max`;
  },

  someProducts: someOf(swatchSteps),
};

/** What of the newest so many products is in the list. */
function someOf(steps: number): SQL {
  return sql`
    select p.id from (
      select id, number from product where status = 'active' and published_at is not null
       order by published_at desc nulls last, id desc nulls last limit ${sql.raw(String(steps))}) p
    join matched m on m.chunk = p.number >> 14 and get_bit(m.bits, p.number & 16383) = 1`;
}

function count(map: SQL, shown: SQL): SQL {
  return sql`select facet, sum(bit_count(f.bits & m.bits))::float8 as count
    from ${map} m join facet_map f using (chunk) where ${shown}
    group by facet having sum(bit_count(f.bits & m.bits)) > 0`;
}

/** The first price of a step, and how many there are: `042` is 1,000 from 2,000 on. */
function first(step: "low" | "high"): SQL {
  return sql`substr(steps.${sql.raw(step)}, 3)::bigint * ${unit(step)}`;
}

function unit(step: "low" | "high"): SQL {
  return sql`(10 ^ (left(steps.${sql.raw(step)}, 2)::int - 1))::bigint`;
}
