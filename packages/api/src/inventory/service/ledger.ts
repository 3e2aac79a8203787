/**
 * The one way that stock changes. Rule for all writers: lock every level row of the variants, in
 * (variant, location) order, then change. So writers can't deadlock, and changes of one variant come
 * one after the other, which makes the totals that `stock.changed` carries exact and its versions rise.
 */
import { sql, type SQL } from "drizzle-orm";
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
  /** What is not counted always sells: its levels say nothing to shoppers. */
  isTracked: boolean;
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

export type StockChange = {
  variantId: string;
  locationId: string;
  /** Added to what is held. */
  held: number;
  /** Added to what is on hand, with an entry in the ledger. */
  onHand?: { delta: number; cause: Cause };
};

/**
 * Locks all level rows of these variants, and of what these owners hold; the rows come in order of
 * preference of their locations.
 */
export async function lockLevels(
  tx: TransactionContext,
  variantIds: readonly string[],
  ownerIds: readonly string[] = [],
): Promise<LockedLevel[]> {
  const rows = await statement<LockedLevel & { position: number }>(
    tx.db,
    // The sort runs below the locking, so rows are locked in this very order.
    sql`select level.variant_id as "variantId", level.location_id as "locationId",
          level.on_hand as "onHand", level.held, level.version, location.position,
          variant.is_tracked as "isTracked"
        from level
        join location on location.id = level.location_id
        join variant on variant.id = level.variant_id
        where ${isOneOf([...new Set(variantIds)], ownerIds)}
        order by level.variant_id, level.location_id
        for update of level`,
  );
  return rows.toSorted((a, b) => a.position - b.position);
}

function isOneOf(variantIds: string[], ownerIds: readonly string[]): SQL {
  const asked = sql.param(variantIds);
  if (ownerIds.length === 0) return sql`level.variant_id = any(${asked}::text[])`;
  return sql`level.variant_id in (
          select unnest(${asked}::text[])
          union
          select variant_id from hold
          where owner_id = any(${sql.param(ownerIds)}::text[]) and state = 'held')`;
}

/**
 * Changes levels that {@link lockLevels} has locked, all of whose rows are given; writes the ledger,
 * and tells of each variant once.
 */
export async function changeStock(
  tx: TransactionContext,
  locked: readonly LockedLevel[],
  changes: readonly StockChange[],
): Promise<void> {
  const changed = mergeChanges(locked, changes);
  if (changed.length === 0) return;
  const [written] = await Promise.all([
    writeLevels(tx, changed),
    writeMovements(tx, changes),
    emit(tx, eventsOf(locked, changed)),
  ]);
  if (written !== changed.length) throw new Error("a level is gone although it was locked");
}

/** A level as it was locked, and as it will be. */
type Changed = { before: LockedLevel; after: LockedLevel };

async function writeLevels(tx: TransactionContext, changed: readonly Changed[]): Promise<number> {
  const rows = await statement(
    tx.db,
    sql`update level set on_hand = level.on_hand + change.on_hand, held = level.held + change.held,
          version = level.version + 1
        from unnest(
          ${sql.param(changed.map(({ after }) => after.variantId))}::text[],
          ${sql.param(changed.map(({ after }) => after.locationId))}::text[],
          ${sql.param(changed.map(({ after, before }) => after.onHand - before.onHand))}::int[],
          ${sql.param(changed.map(({ after, before }) => after.held - before.held))}::int[]
        ) as change(variant_id, location_id, on_hand, held)
        where level.variant_id = change.variant_id and level.location_id = change.location_id
        returning 1`,
  );
  return rows.length;
}

async function writeMovements(
  tx: TransactionContext,
  changes: readonly StockChange[],
): Promise<void> {
  const moved = changes.flatMap(({ variantId, locationId, onHand }) =>
    onHand === undefined || onHand.delta === 0
      ? []
      : [{ variantId, locationId, delta: onHand.delta, ...onHand.cause }],
  );
  if (moved.length === 0) return;
  await statement(
    tx.db,
    sql`insert into movement (variant_id, location_id, delta, reason, reference, note)
        select * from unnest(
          ${sql.param(moved.map((m) => m.variantId))}::text[],
          ${sql.param(moved.map((m) => m.locationId))}::text[],
          ${sql.param(moved.map((m) => m.delta))}::int[],
          ${sql.param(moved.map((m) => m.reason))}::text[],
          ${sql.param(moved.map((m) => m.reference ?? null))}::text[],
          ${sql.param(moved.map((m) => m.note ?? null))}::text[])`,
  );
}

/** One change per level, where parts of a batch may meet. What cancels out is none. */
function mergeChanges(locked: readonly LockedLevel[], changes: readonly StockChange[]): Changed[] {
  const levels = new Map(locked.map((level) => [keyOf(level), level]));
  const merged = new Map<string, Changed & { isCounted: boolean }>();
  for (const change of changes) {
    const key = keyOf(change);
    const before = levels.get(key);
    if (before === undefined) throw new Error(`level ${key} is not locked`);
    const { after, isCounted } = merged.get(key) ?? { after: before, isCounted: false };
    const onHand = after.onHand + (change.onHand?.delta ?? 0);
    merged.set(key, {
      before,
      after: { ...after, onHand, held: after.held + change.held, version: before.version + 1 },
      isCounted: isCounted || change.onHand !== undefined,
    });
  }
  return [...merged.values()].filter(
    ({ before, after, isCounted }) => isCounted || after.held !== before.held,
  );
}

function eventsOf(locked: readonly LockedLevel[], changed: readonly Changed[]) {
  const now = new Map(changed.map(({ before, after }) => [before, after]));
  const touched = new Set(changed.map(({ before }) => before.variantId));
  const totals = new Map<string, { available: number; version: number }>();
  for (const level of locked) {
    if (!level.isTracked || !touched.has(level.variantId)) continue;
    const { onHand, held, version } = now.get(level) ?? level;
    const total = totals.get(level.variantId) ?? { available: 0, version: 0 };
    total.available += onHand - held;
    total.version += version;
    totals.set(level.variantId, total);
  }
  return [...totals].map(([variantId, { available, version }]) =>
    event(stockChanged, variantId, version, { variantId, available, version }),
  );
}

function keyOf({ variantId, locationId }: { variantId: string; locationId: string }): string {
  return `${variantId} ${locationId}`;
}
