/** What warehouses say of their stock: counts and adjustments, one or many, by the one way that the ledger has. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { type BatchAnswer, toBatchAnswer } from "../../kernel/batch.ts";
import { DomainError } from "../../kernel/errors.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Adjust, Level, SetLevel, SetLevels } from "../contract.ts";
import { variantNotFound } from "../service.ts";
import {
  type Cause,
  changeStock,
  type LockedLevel,
  lockLevels,
  type StockChange,
} from "./ledger.ts";

/**
 * Sets what is on hand, as counted. The ledger gets the difference.
 * @throws precondition_failed `inventory.version_mismatch` {expected, actual}, `current` is the level (null: there is none)
 * @throws conflict `inventory.below_held` {onHand, held}
 * @throws not_found `inventory.variant_not_found`, `inventory.location_not_found`
 */
export function setLevel(ctx: ServiceContext, { onHand, ...level }: SetLevel): Promise<Level> {
  return changeOne(ctx, { ...level, change: () => onHand, cause: { reason: "counted" } });
}

/** The same for many: each is set or refused by itself, all at one moment. A count that finds no difference changes nothing. */
export function setLevels(ctx: ServiceContext, { items }: SetLevels): Promise<BatchAnswer> {
  const changes = items.map(({ onHand, ...level }) => ({
    ...level,
    change: () => onHand,
    onlyIfDifferent: true,
    cause: { reason: "counted" as const },
  }));
  return inTransaction(ctx, async (tx) => {
    const outcomes = await changeLevels(tx, changes);
    return toBatchAnswer(outcomes.map((one) => (one instanceof DomainError ? one : one.level)));
  });
}

/**
 * Adds or takes stock. Each call moves it: the procedure answers a repeated idempotency key.
 * @throws conflict `inventory.below_held` {onHand, held} when less would be on hand than is promised
 * @throws not_found `inventory.variant_not_found`, `inventory.location_not_found`
 */
export function adjust(
  ctx: ServiceContext,
  { variantId, locationId, delta, reason, note }: Adjust,
): Promise<Level> {
  return changeOne(ctx, {
    variantId,
    locationId,
    change: (onHand) => onHand + delta,
    cause: { reason, note },
  });
}

export type LevelChange = {
  variantId: string;
  locationId: string;
  /** 0: the level must not be there yet; undefined: whatever it is. */
  expectedVersion?: number | undefined;
  /** What is on hand -> what is to be on hand. */
  change(onHand: number): number;
  cause: Cause;
  /** What is as it was asked for already is left alone, and keeps its version. */
  onlyIfDifferent?: boolean;
};

async function changeOne(ctx: ServiceContext, change: LevelChange): Promise<Level> {
  return inTransaction(ctx, async (tx) => {
    const [outcome] = await changeLevels(tx, [change]);
    if (outcome === undefined || outcome instanceof DomainError) throw outcome;
    return outcome.level;
  });
}

/**
 * Changes levels, each once, or says why one can't be; in as many statements for a thousand as for one. Locks variants, which
 * hold back levels that are new at once, then levels, both in the order that all writers keep.
 */
export async function changeLevels(
  tx: TransactionContext,
  changes: readonly LevelChange[],
): Promise<({ level: Level; isChanged: boolean } | DomainError)[]> {
  const variantIds = [...new Set(changes.map(({ variantId }) => variantId))];
  const variants = await lockVariants(tx, variantIds);
  const locations = await findLocations(tx, changes);
  const locked = await lockLevels(tx, variantIds);
  const levels = new Map(locked.map((level) => [keyOf(level), level]));
  const plans = changes.map((change) => {
    const isTracked = variants.get(change.variantId);
    if (isTracked === undefined) return variantNotFound(change.variantId);
    if (!locations.has(change.locationId)) return locationNotFound(change.locationId);
    return plan(change, levels.get(keyOf(change)), isTracked);
  });
  const planned = plans.filter((one): one is Plan => !(one instanceof DomainError) && one.isChange);
  const added = planned.filter(({ isNew }) => isNew).map(({ before }) => before);
  await insertEmpty(tx, added);
  await changeStock(
    tx,
    [...locked, ...added],
    planned.map(({ stockChange }) => stockChange),
  );
  return plans.map((one) =>
    one instanceof DomainError ? one : { level: publicLevel(one.after), isChanged: one.isChange },
  );
}

type Plan = {
  before: LockedLevel;
  after: LockedLevel;
  isNew: boolean;
  isChange: boolean;
  stockChange: StockChange;
};

function plan(
  { variantId, locationId, expectedVersion, change, cause, onlyIfDifferent = false }: LevelChange,
  found: LockedLevel | undefined,
  isTracked: boolean,
): Plan | DomainError {
  const version = found?.version ?? 0;
  if (expectedVersion !== undefined && version !== expectedVersion) {
    return new DomainError("precondition_failed", "inventory.version_mismatch", {
      message: "The level has changed since it was read.",
      details: { expected: expectedVersion, actual: version },
      current: found ? publicLevel(found) : null,
    });
  }
  const before = found ?? { variantId, locationId, onHand: 0, held: 0, version: 0, isTracked };
  const onHand = change(before.onHand);
  if (onHand < before.held) return belowHeld(onHand, before.held);
  const isNew = found === undefined;
  const isChange = isNew || !onlyIfDifferent || onHand !== before.onHand;
  const delta = onHand - before.onHand;
  return {
    before,
    after: { ...before, onHand, version: before.version + (isChange ? 1 : 0) },
    isNew,
    isChange,
    stockChange: { variantId, locationId, held: 0, onHand: { delta, cause } },
  };
}

/** Id -> whether its stock is counted; of those that are there. */
async function lockVariants(
  tx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await statement<{ id: string; isTracked: boolean }>(
    tx.db,
    sql`select id, is_tracked as "isTracked" from variant
        where id = any(${sql.param(ids)}::text[]) order by id for no key update`,
  );
  return new Map(rows.map(({ id, isTracked }) => [id, isTracked]));
}

async function findLocations(
  tx: TransactionContext,
  changes: readonly LevelChange[],
): Promise<Set<string>> {
  const ids = [...new Set(changes.map(({ locationId }) => locationId))];
  const rows = await statement<{ id: string }>(
    tx.db,
    sql`select id from location where id = any(${sql.param(ids)}::text[])`,
  );
  return new Set(rows.map(({ id }) => id));
}

async function insertEmpty(tx: TransactionContext, levels: readonly LockedLevel[]): Promise<void> {
  if (levels.length === 0) return;
  await statement(
    tx.db,
    sql`insert into level (variant_id, location_id, version)
        select variant_id, location_id, 0 from unnest(
          ${sql.param(levels.map(({ variantId }) => variantId))}::text[],
          ${sql.param(levels.map(({ locationId }) => locationId))}::text[]
        ) as added(variant_id, location_id)
        order by variant_id, location_id`,
  );
}

function publicLevel(level: LockedLevel): Level {
  const { variantId, locationId, onHand, held, version } = level;
  return { variantId, locationId, onHand, held, available: onHand - held, version };
}

function belowHeld(onHand: number, held: number): DomainError {
  return new DomainError("conflict", "inventory.below_held", {
    message: `${held} are promised to open checkouts; ${onHand} would be on hand.`,
    details: { onHand, held },
  });
}

function locationNotFound(locationId: string): DomainError {
  return new DomainError("not_found", "inventory.location_not_found", {
    message: "There is no such stock location.",
    details: { locationId },
  });
}

function keyOf({ variantId, locationId }: { variantId: string; locationId: string }): string {
  return `${variantId} ${locationId}`;
}
