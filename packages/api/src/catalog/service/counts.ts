/** Counting within bounds: huge lists are counted once for everybody, and never for longer than a shopper waits. */
import type { Database } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { isPool, sqlState } from "../../kernel/transaction.ts";
import type { Region } from "../contract.ts";
import { type Counts, readCounts } from "./facets.ts";
import type { Filter } from "./filter.ts";
import { isDear, type Selection } from "./selection.ts";

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
 * The index counts at once and for each call. What it can't tell of many (frequent words, wants that one variant must
 * meet together) may be 30 s old, and older while it is counted anew; null when it could not be counted in time.
 */
export async function countFacets(
  ctx: ServiceContext,
  region: Region,
  filter: Filter,
  selection: Selection,
): Promise<Counts | null> {
  const { db } = ctx;
  if (!isPool(db) || !isDear(filter, selection)) return readCounts(ctx, region, filter, selection);
  const pool = countsOfPools.get(db) ?? new CountsOfPool();
  countsOfPools.set(db, pool);
  const key = JSON.stringify(filter);
  const known = pool.kept.get(key);
  const now = ctx.clock.now().getTime();
  if (known && Math.abs(now - known.readAt) < freshMs) return known.counts;
  const read = () => countInTime(ctx, db, region, filter, selection);
  const counting = pool.running.get(key) ?? count(ctx, pool, key, read);
  if (!known) return counting;
  counting.catch((err: unknown) => ctx.log.error({ err }, "a list could not be counted anew"));
  return known.counts;
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
  selection: Selection,
): Promise<Counts | null> {
  // The index reads by the pool: a transaction that waited for it would hold a connection meanwhile.
  await selection.index.prices(region.id);
  await selection.index.order("newest", region.id);
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(budgetMs)}, true),
        set_config('work_mem', '64MB', true)`);
      return readCounts({ ...ctx, db: tx }, region, filter, selection);
    });
  } catch (error) {
    if (sqlState(error) !== "57014") throw error;
    ctx.log.warn({ filter }, "a list took too long to count");
    return null;
  }
}
