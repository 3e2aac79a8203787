/** Counting within bounds: huge lists are counted once for everybody, and never for longer than a shopper waits. */
import type { Database } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { sqlState } from "../../kernel/transaction.ts";
import type { Region } from "../contract.ts";
import { type Counts, readCounts, stockSample } from "./facets.ts";
import type { Filter } from "./filter.ts";

/** Lists above this size are dear to count, and a few products more or less do not show. */
const keptFrom = stockSample;
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
 * Counts of lists above 5,000 may be 30 s old, and older while they are being counted anew. Null when
 * a huge list could not be counted in time.
 */
export async function countFacets(
  ctx: ServiceContext,
  region: Region,
  filter: Filter,
): Promise<Counts | null> {
  const { db } = ctx;
  if (!("$client" in db)) return readCounts(db, region, filter);
  const pool = countsOfPools.get(db) ?? new CountsOfPool();
  countsOfPools.set(db, pool);
  const key = JSON.stringify(filter);
  const known = pool.kept.get(key);
  const now = ctx.clock.now().getTime();
  if (known && Math.abs(now - known.readAt) < freshMs) return known.counts;
  const counting = pool.running.get(key) ?? count(ctx, db, pool, key, region, filter);
  if (!known) return counting;
  counting.catch((err: unknown) => ctx.log.error({ err }, "a list could not be counted anew"));
  return known.counts;
}

async function count(
  ctx: ServiceContext,
  db: Database,
  pool: CountsOfPool,
  key: string,
  region: Region,
  filter: Filter,
): Promise<Counts | null> {
  const counting = countInTime(ctx, db, region, filter);
  pool.running.set(key, counting);
  try {
    const counts = await counting;
    if (counts && counts.total < keptFrom) pool.kept.delete(key);
    else pool.keep(key, { counts, readAt: ctx.clock.now().getTime() });
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
): Promise<Counts | null> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(budgetMs)}, true),
        set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
      return readCounts(tx, region, filter);
    });
  } catch (error) {
    if (sqlState(error) !== "57014") throw error;
    ctx.log.warn({ filter }, "a list took too long to count");
    return null;
  }
}
