/** Counting within bounds: huge lists are counted once for everybody, and never for longer than a shopper waits. */
import type { Database } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { sqlState } from "../../kernel/transaction.ts";
import type { Region } from "../contract.ts";
import { isCountedByMaps } from "./facet-map.ts";
import { type Counts, readCounts, type Source, type Sources } from "./facets.ts";
import { activeFilters, type Filter, type FilterName } from "./filter.ts";
import { type Breadth, wordedBreadth } from "./find-products.ts";

/** Lists above this size are dear to count product by product. */
const manyFrom = 5_000;
const freshMs = 30_000;
const budgetMs = 10_000;
const maxKept = 500;

type Kept = { counts: Counts | null; readAt: number };

/** Per pool: what was counted, oldest first, and what is being counted now. */
class CountsOfPool {
  readonly kept = new Map<string, Kept>();
  readonly running = new Map<string, Promise<Counts | null>>();

  keep(key: string, entry: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, entry);
    const [oldest] = this.kept.keys();
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest);
  }
}

const countsOfPools = new WeakMap<Database, CountsOfPool>();

/**
 * Few are counted one by one, many by the facet maps: both at once and for each call. What the maps can't tell of
 * many (frequent words, wants that one variant must meet together) may be 30 s old, and older while it is counted
 * anew; null when it could not be counted in time.
 */
export async function countFacets(
  ctx: ServiceContext,
  region: Region,
  filter: Filter,
  breadth: Breadth,
): Promise<Counts | null> {
  const { db } = ctx;
  const { sources, isDear } = chooseSources(filter, breadth);
  if (!isDear || !("$client" in db)) return readCounts(db, region, filter, sources);
  const pool = countsOfPools.get(db) ?? new CountsOfPool();
  countsOfPools.set(db, pool);
  const key = JSON.stringify(filter);
  const known = pool.kept.get(key);
  const now = ctx.clock.now().getTime();
  if (known && Math.abs(now - known.readAt) < freshMs) return known.counts;
  const read = () => countInTime(ctx, db, region, filter, sources);
  const counting = pool.running.get(key) ?? count(ctx, pool, key, read);
  if (!known) return counting;
  counting.catch((err: unknown) => ctx.log.error({ err }, "a list could not be counted anew"));
  return known.counts;
}

/** Each part of the counts by what is quicker. The maps count nothing that they don't know well. */
function chooseSources(filter: Filter, breadth: Breadth): { sources: Sources; isDear: boolean } {
  let isDear = false;
  const choose = (mapped: number, without?: FilterName): Source => {
    const isMany = Math.min(mapped, wordedBreadth(breadth)) > manyFrom;
    const source = isMany && isCountedByMaps(filter, without) ? "maps" : "rows";
    isDear ||= isMany && (source === "rows" || filter.words.length > 0);
    return source;
  };
  const { filtered, without } = breadth.maps;
  const matched = choose(filtered);
  const passes = activeFilters(filter).map(
    (name, index) => [name, choose(without[index] ?? 0, name)] as const,
  );
  return { sources: { matched, without: new Map(passes) }, isDear };
}

async function count(
  ctx: ServiceContext,
  pool: CountsOfPool,
  key: string,
  read: () => Promise<Counts | null>,
): Promise<Counts | null> {
  const counting = read();
  pool.running.set(key, counting);
  try {
    const counts = await counting;
    pool.keep(key, { counts, readAt: ctx.clock.now().getTime() });
    return counts;
  } finally {
    pool.running.delete(key);
  }
}

async function countInTime(
  ctx: ServiceContext,
  db: Database,
  region: Region,
  filter: Filter,
  sources: Sources,
): Promise<Counts | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(budgetMs)}, true),
        set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
      return readCounts(tx, region, filter, sources);
    });
  } catch (error) {
    if (sqlState(error) !== "57014") throw error;
    ctx.log.warn({ filter }, "a list took too long to count");
    return null;
  }
}
