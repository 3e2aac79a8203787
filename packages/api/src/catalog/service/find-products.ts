/**
 * Which products a page shows. A list is read in one of two ways, and their cost never depends on what the planner
 * takes filters to be: few matches are collected and sorted; among many, one walks along an index in the list's order
 * and asks each product, which finds a page soon. A walk that was not lucky ends, and the matches are collected.
 */
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { ProductSort } from "../contract.ts";
import { type MapSizes, mayPass, readMapSizes } from "./facet-map.ts";
import { conditions, type Filter, matching } from "./filter.ts";
import { behind, type IndexedSort, orders, type Place } from "./order.ts";
import { estimateFits, fitOf, type Fit, fits, fitsAs } from "./search.ts";

/** How many matches are few, by what finds them, and how far a walk goes. */
export type Reach = {
  fewMapped: number;
  fewWorded: number;
  mappedSteps: number;
  wordedSteps: number;
};

/** Where collecting and walking take about as long, on a million products (docs/adr/0016). */
const defaultReach: Reach = {
  fewMapped: 2_000,
  fewWorded: 12_000,
  mappedSteps: 50_000,
  wordedSteps: 4_000,
};

/** How many products pass, as far as it is known cheaply: exact enough to choose how to read them. */
export type Breadth = { maps: MapSizes; worded: readonly number[] };

export async function readBreadth(ctx: ServiceContext, filter: Filter): Promise<Breadth> {
  const [maps, worded] = await Promise.all([
    readMapSizes(ctx.db, filter),
    filter.words.length > 0 ? estimateFits(ctx, filter.words) : [],
  ]);
  return { maps, worded };
}

/** That have all words, however well they fit. */
export function wordedBreadth({ worded }: Breadth): number {
  return worded.at(-1) ?? Number.POSITIVE_INFINITY;
}

/** The first `limit` products behind a place, in the list's order. */
export async function findProducts(
  ctx: ServiceContext,
  filter: Filter,
  breadth: Breadth,
  { sort, after, limit }: { sort: ProductSort; after?: Place | undefined; limit: number },
  reach: Reach = defaultReach,
): Promise<Place[]> {
  const { filtered, pending } = breadth.maps;
  const isFew =
    filtered + pending <= reach.fewMapped || areFewWorded(wordedBreadth(breadth), breadth, reach);
  if (sort === "relevance") {
    return isFew
      ? collectFitting(ctx, filter, after, limit)
      : findFitting(ctx, filter, breadth, { after, limit }, reach);
  }
  const reading = { sort, after, limit };
  return isFew ? collect(ctx, filter, reading) : walkOrCollect(ctx, filter, reading, reach);
}

/** Words and facets are taken to go together as chance has it. */
function areFewWorded(worded: number, { maps }: Breadth, reach: Reach): boolean {
  const { sold, filtered, pending } = maps;
  return worded * Math.min(1, (filtered + pending) / Math.max(1, sold)) <= reach.fewWorded;
}

type Reading = {
  sort: IndexedSort;
  after?: Place | undefined;
  limit: number;
  /** A condition beside the filter's. */
  also?: SQL;
};

async function walkOrCollect(
  ctx: ServiceContext,
  filter: Filter,
  reading: Reading,
  reach: Reach,
): Promise<Place[]> {
  const walked = await walk(ctx, filter, reading, reach);
  return walked.length === reading.limit ? walked : collect(ctx, filter, reading);
}

/** The steps need only the index; a product that may pass is looked up, one by one, until the page is full. */
async function walk(
  ctx: ServiceContext,
  filter: Filter,
  { sort, after, limit, also }: Reading,
  reach: Reach,
): Promise<Place[]> {
  const order = orders[sort];
  const { key, id, number, way } = order;
  const steps =
    also === undefined && filter.words.length === 0 ? reach.mappedSteps : reach.wordedSteps;
  return rows(
    ctx,
    sql`select c.id, ${order.shown(sql`c.key`)} as key
      from (select s.id, s.key from (
              select ${id} as id, ${number} as number, ${key} as key from ${order.source(filter.region)}
                ${priceBounds(filter, sort)} ${behind(order, isAscending(sort), after)}
               order by ${key} ${way}, ${id} ${way} limit ${steps}) s
             where ${mayPass(filter, sql`s.number`)}) c
     cross join lateral (
       select from product p join product_price pp on pp.product_id = p.id and pp.region_id = ${filter.region}
        where p.id = c.id and ${sql.join([...conditions(filter), ...(also ? [also] : [])], sql` and `)} offset 0) passes
     order by c.key ${way}, c.id ${way} limit ${limit}`,
  );
}

/** Materialized: the planner must not take a wrong guess at their number for a reason to walk. */
async function collect(
  ctx: ServiceContext,
  filter: Filter,
  { sort, after, limit, also }: Reading,
): Promise<Place[]> {
  const order = orders[sort];
  const { key, id, way } = order;
  return rows(
    ctx,
    sql`with matched as materialized (
      select ${id} as id, ${key} as key from ${matching(filter, undefined, also)} ${behind(order, isAscending(sort), after)})
    select id, ${order.shown(sql`key`)} as key from matched order by matched.key ${way}, id ${way} limit ${limit}`,
  );
}

/** By how well they fit, all at once. */
async function collectFitting(
  ctx: ServiceContext,
  filter: Filter,
  after: Place | undefined,
  limit: number,
): Promise<Place[]> {
  const { newest } = orders;
  const at = after && splitKey(after);
  const rest = at
    ? sql`where (fit, key, id) < (${at.fit}, ${newest.given(at.place.key)}, ${at.place.id})`
    : sql``;
  return rows(
    ctx,
    sql`with matched as materialized (
      select p.id, p.published_at as key, ${fitOf(filter.words)} as fit from ${matching(filter)})
    select id, fit || '.' || trunc(extract(epoch from key) * 1000000) as key from matched ${rest}
     order by fit desc, matched.key desc, id desc limit ${limit}`,
  );
}

/** By how well they fit, one fit after the other until the page is full: the many that fit badly are never looked at. */
async function findFitting(
  ctx: ServiceContext,
  filter: Filter,
  breadth: Breadth,
  { after, limit }: { after?: Place | undefined; limit: number },
  reach: Reach,
): Promise<Place[]> {
  const at = after && splitKey(after);
  const found: Place[] = [];
  // What fits so well has the words, too: the filter need not ask once more.
  const others = { ...filter, words: [] };
  for (const [index, fit] of fits.entries()) {
    if (at && fit > at.fit) continue;
    const reading: Reading = {
      sort: "newest",
      after: at?.fit === fit ? at.place : undefined,
      limit: limit - found.length,
      also: fitsAs(fit, filter.words),
    };
    const isFew = areFewWorded(breadth.worded[index] ?? 0, breadth, reach);
    const more = isFew
      ? await collect(ctx, others, reading)
      : await walkOrCollect(ctx, others, reading, reach);
    found.push(...more.map(({ key, id }) => ({ key: `${fit}.${key}`, id })));
    if (found.length === limit) break;
  }
  return found;
}

function splitKey({ key, id }: Place): { fit: Fit; place: Place } {
  const [fit, micros] = String(key).split(".");
  return { fit: Number(fit) as Fit, place: { key: Number(micros), id } };
}

function isAscending(sort: IndexedSort): boolean {
  return sort === "price" || sort === "title";
}

/** A list by price begins where its prices do. */
function priceBounds({ priceMin, priceMax }: Filter, sort: IndexedSort): SQL {
  if (sort !== "price" && sort !== "-price") return sql``;
  return sql`${priceMin === undefined ? sql`` : sql`and pp.min_minor >= ${priceMin}`}
    ${priceMax === undefined ? sql`` : sql`and pp.min_minor <= ${priceMax}`}`;
}

/** Not prepared: each reading is planned with its values. */
async function rows(ctx: ServiceContext, query: SQL): Promise<Place[]> {
  return [...(await ctx.db.execute<Place>(query))];
}
