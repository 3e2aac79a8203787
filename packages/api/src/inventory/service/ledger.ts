/**
 * The one way that stock changes. Rule for all writers: lock every level row of the variants, in
 * (variant, location) order, then change. So writers can't deadlock, and changes of one variant come
 * one after the other, which makes the totals that `stock.changed` carries exact and its versions rise.
 */
import { sql } from "drizzle-orm";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { stockChanged } from "../events.ts";

export type LockedLevel = {
  variantId: string;
  locationId: string;
  onHand: number;
  held: number;
  version: number;
};

export type StockChange = {
  variantId: string;
  locationId: string;
  /** Added to what is on hand; written to the ledger when not 0. */
  onHand: number;
  /** Added to what is held. */
  held: number;
  /** The change happens only to this version of the level. */
  expectedVersion?: number;
};

/** Why what is on hand changes: the ledger's own words. */
export type Cause = {
  reason:
    | "received"
    | "counted"
    | "damaged"
    | "returned"
    | "sold"
    | "cancelled"
    | "transferred"
    | "imported";
  /** The order or adjustment behind it. */
  reference?: string | undefined;
  note?: string | undefined;
};

/** Locks all level rows of these variants; the rows come in order of preference of their locations. */
export async function lockLevels(
  tx: TransactionContext,
  variantIds: readonly string[],
): Promise<LockedLevel[]> {
  const rows = await statement<LockedLevel & { position: number }>(
    tx.db,
    // The sort runs below the locking, so rows are locked in this very order.
    sql`select level.variant_id as "variantId", level.location_id as "locationId",
          level.on_hand as "onHand", level.held, level.version, location.position
        from level
        join location on location.id = level.location_id
        where level.variant_id = any(${sql.param([...new Set(variantIds)])}::text[])
        order by level.variant_id, level.location_id
        for update of level`,
  );
  return rows.toSorted((a, b) => a.position - b.position);
}

/**
 * Changes levels that {@link lockLevels} has locked, writes the ledger, and tells of each variant once.
 * Returns how many levels changed: fewer than asked when an expected version did not match.
 */
export async function changeStock(
  tx: TransactionContext,
  changes: readonly StockChange[],
  cause?: Cause,
): Promise<number> {
  const merged = mergeChanges(changes);
  if (merged.length === 0) return 0;
  const rows = await writeChanges(tx, merged, cause);
  await emit(
    tx,
    rows
      .filter((row) => row.isTracked && row.changed > 0)
      .map(({ variantId, available, version }) =>
        event(stockChanged, variantId, version, { variantId, available, version }),
      ),
  );
  return rows.reduce((sum, row) => sum + row.changed, 0);
}

type Total = {
  variantId: string;
  /** What is not counted always sells: its levels say nothing to shoppers. */
  isTracked: boolean;
  available: number;
  version: number;
  changed: number;
};

/** One statement: levels, ledger and the new totals. Untouched levels are locked too, so their snapshot is the present. */
async function writeChanges(
  tx: TransactionContext,
  changes: readonly StockChange[],
  cause: Cause | undefined,
): Promise<Total[]> {
  return statement<Total>(
    tx.db,
    sql`with change as (
          select * from unnest(
            ${sql.param(changes.map((c) => c.variantId))}::text[],
            ${sql.param(changes.map((c) => c.locationId))}::text[],
            ${sql.param(changes.map((c) => c.onHand))}::int[],
            ${sql.param(changes.map((c) => c.held))}::int[],
            ${sql.param(changes.map((c) => c.expectedVersion ?? null))}::int[]
          ) as c(variant_id, location_id, on_hand, held, expected_version)
        ), written as (
          update level set on_hand = level.on_hand + change.on_hand,
            held = level.held + change.held, version = level.version + 1
          from change
          where level.variant_id = change.variant_id and level.location_id = change.location_id
            and level.version = coalesce(change.expected_version, level.version)
          returning level.variant_id, level.location_id, level.on_hand - level.held as available,
            level.version, change.on_hand as delta
        ), moved as (
          insert into movement (variant_id, location_id, delta, reason, reference, note)
          select variant_id, location_id, delta, ${cause?.reason ?? null}::text,
            ${cause?.reference ?? null}::text, ${cause?.note ?? null}::text
          from written where delta <> 0
        )
        select variant.id as "variantId", variant.is_tracked as "isTracked",
          sum(coalesce(written.available, level.on_hand - level.held))::int as available,
          sum(coalesce(written.version, level.version))::int as version,
          count(written.version)::int as changed
        from level
        join variant on variant.id = level.variant_id
        left join written on written.variant_id = level.variant_id
          and written.location_id = level.location_id
        where level.variant_id = any(${sql.param([...new Set(changes.map((c) => c.variantId))])}::text[])
        group by variant.id
        order by variant.id`,
  );
}

/** One change per level: two parts of a batch may meet at the same one. What cancels out is no change. */
function mergeChanges(changes: readonly StockChange[]): StockChange[] {
  const byLevel = new Map<string, StockChange>();
  for (const change of changes) {
    const key = `${change.variantId} ${change.locationId}`;
    const before = byLevel.get(key);
    byLevel.set(
      key,
      before
        ? { ...before, onHand: before.onHand + change.onHand, held: before.held + change.held }
        : change,
    );
  }
  return [...byLevel.values()].filter(
    (c) => c.onHand !== 0 || c.held !== 0 || c.expectedVersion !== undefined,
  );
}
