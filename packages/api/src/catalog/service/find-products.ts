/**
 * Which products a page shows. The index tells what may be on it, in the list's order; each of those is then asked for
 * itself, together with those whose place the index does not know, until the page is full.
 */
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";
import { axesOf, conditions, type Filter } from "./filter.ts";
import { type NumberSet, unite } from "./index/number-set.ts";
import { type LoadedOrder, take } from "./index/order.ts";
import {
  behind,
  type IndexedSort,
  isAscending,
  type ListSort,
  orders,
  type Place,
} from "./order.ts";
import { fitsAs, type Fit, fits, hasWords, readWorded } from "./search.ts";
import type { Selection } from "./selection.ts";

/** So many are asked for at once, at most. */
const largestStep = 2_000;

export type Page = { sort: ListSort; after?: Place | undefined; limit: number };

/** The first `limit` products behind a place, in the list's order. */
export async function findProducts(
  ctx: ServiceContext,
  filter: Filter,
  selection: Selection,
  { sort, after, limit }: Page,
): Promise<Place[]> {
  if (sort === "relevance") return findFitting(ctx, filter, selection, { after, limit });
  const { words } = selection;
  const worded = words && {
    find: () => readWorded(ctx, hasWords(filter.words)),
    has: hasWords(filter.words, "once"),
    estimate: words.estimates.at(-1) ?? 0,
    known: words.byFit && unite(words.byFit.values()),
  };
  return readInOrder(ctx, filter, selection, { sort, after, limit, worded });
}

/** By how well they fit, one fit after the other until the page is full: the many that fit badly are never looked at. */
async function findFitting(
  ctx: ServiceContext,
  filter: Filter,
  selection: Selection,
  { after, limit }: Omit<Page, "sort">,
): Promise<Place[]> {
  const at = after && splitKey(after);
  const found: Place[] = [];
  for (const [index, fit] of fits.entries()) {
    if (at && fit > at.fit) continue;
    const known = selection.words?.byFit;
    if (known && !known.has(fit)) continue;
    const more = await readInOrder(ctx, filter, selection, {
      sort: "newest",
      after: at?.fit === fit ? at.place : undefined,
      limit: limit - found.length,
      worded: {
        find: () => readWorded(ctx, fitsAs(fit, filter.words)),
        has: fitsAs(fit, filter.words, "once"),
        estimate: selection.words?.estimates[index] ?? 0,
        known: known?.get(fit) ?? null,
      },
    });
    found.push(...more.map(({ key, id }) => ({ key: `${fit}.${key}`, id })));
    if (found.length === limit) break;
  }
  return found;
}

function splitKey({ key, id }: Place): { fit: Fit; place: Place } {
  const [fit, micros] = String(key).split(".");
  return { fit: Number(fit) as Fit, place: { key: Number(micros), id } };
}

/** A condition of words: about how many products meet it, and which, where that is known. */
type Worded = {
  estimate: number;
  known: NumberSet | null;
  find: () => Promise<NumberSet>;
  /** Of a product `p`. */
  has: SQL;
};

type Reading = {
  sort: IndexedSort;
  after?: Place | undefined;
  limit: number;
  worded: Worded | null;
};

async function readInOrder(
  ctx: ServiceContext,
  filter: Filter,
  selection: Selection,
  reading: Reading,
): Promise<Place[]> {
  const { sort, limit, worded } = reading;
  const order = await selection.index.order(sort, filter.region);
  const share = shareOf(selection, filter, worded);
  if (worded && !worded.known && worded.estimate < Math.min(limit / share, selection.filtered.size))
    return readInOrder(ctx, filter, selection, await withKnown(reading, worded));
  const set = worded?.known ? selection.filtered.and(worded.known) : selection.filtered;
  const walk = order.of(set, await rankBehind(ctx, order, filter, reading));
  // Whose place is not known is asked for each time.
  const moved = [...order.moved.and(set)];
  let found: Row[] = [];
  for (let asked = 0, step = limit / share; ; step *= 2) {
    const most = Math.min(Math.ceil(step), largestStep);
    const next = take(walk, most);
    asked += next.length;
    const numbers = [...found.map(({ number }) => number), ...next, ...moved];
    const rows = await ask(ctx, filter, reading, numbers);
    found = rows.filter(({ number }) => !order.moved.has(number));
    if (found.length >= limit || next.length < most)
      return rows.slice(0, limit).map(({ key, id }) => ({ key, id }));
    // Fewer fit than was thought.
    if (worded && !worded.known && asked > worded.estimate + largestStep)
      return readInOrder(ctx, filter, selection, await withKnown(reading, worded));
  }
}

/** Which share of the candidates passes, about. */
function shareOf({ index }: Selection, filter: Filter, worded: Worded | null): number {
  const axes = axesOf(filter).length;
  const isVariant = axes > 1 || (axes === 1 && filter.availability === "in_stock");
  const ofVariant = isVariant ? 0.5 : 1;
  if (!worded || worded.known) return ofVariant;
  const sold = index.facets.get(`region:${filter.region}`)?.size ?? 0;
  // Half as much again: chance gives less to some.
  return Math.min(1, Math.max(worded.estimate, 1) / Math.max(sold, 1) / 1.5) * ofVariant;
}

async function withKnown(reading: Reading, worded: Worded): Promise<Reading> {
  return { ...reading, worded: { ...worded, known: await worded.find() } };
}

/** Where the order goes on behind a place. */
async function rankBehind(
  ctx: ServiceContext,
  loaded: LoadedOrder,
  filter: Filter,
  { sort, after }: Reading,
): Promise<number> {
  if (after === undefined) return 0;
  const order = orders[sort];
  const { source, key, id, number, way } = order;
  const rows = await statement<{ number: number }>(
    ctx.db,
    sql`select ${number} as number from ${source(filter.region)} ${behind(order, isAscending(sort), after)}
       order by ${key} ${way}, ${id} ${way} limit ${loaded.moved.size + 20}`,
  );
  for (const row of rows) {
    const rank = loaded.rankOf(row.number);
    if (rank !== undefined) return rank;
  }
  return loaded.length;
}

type Row = Place & { number: number };

/** Those of the products that pass now, in the list's order. */
async function ask(
  ctx: ServiceContext,
  filter: Filter,
  { sort, after, worded }: Reading,
  numbers: readonly number[],
): Promise<Row[]> {
  if (numbers.length === 0) return [];
  const order = orders[sort];
  const { key, id, way, shown, join = sql`` } = order;
  const wanted = conditions(filter);
  if (worded && !worded.known) wanted.push(worded.has);
  return statement<Row>(
    ctx.db,
    sql`select p.id, p.number, ${shown(key)} as key
      from unnest(${sql.param([...numbers])}::int[]) n(number)
      join product p on p.number = n.number
      join product_price pp on pp.product_id = p.id and pp.region_id = ${filter.region} ${join}
     where ${sql.join(wanted, sql` and `)} ${behind(order, isAscending(sort), after)}
     order by ${key} ${way}, ${id} ${way}`,
  );
}
