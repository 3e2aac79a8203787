import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Adjust, Level, SetLevel } from "../contract.ts";
import { variantNotFound } from "../service.ts";
import { type Cause, changeStock, type LockedLevel, lockLevels } from "./ledger.ts";

/**
 * Sets what is on hand, as counted. The ledger gets the difference.
 * @throws precondition_failed `inventory.version_mismatch` {expected, actual}, `current` is the level (null: there is none)
 * @throws conflict `inventory.below_held` {onHand, held}
 * @throws not_found `inventory.variant_not_found`, `inventory.location_not_found`
 */
export async function setLevel(ctx: ServiceContext, input: SetLevel): Promise<Level> {
  return inTransaction(ctx, async (tx) => {
    const { before, levels } = await lockLevel(tx, input);
    const expectedVersion = input.expectedVersion;
    if ((before?.version ?? 0) !== expectedVersion) {
      throw new DomainError("precondition_failed", "inventory.version_mismatch", {
        message: "The level has changed since it was read.",
        details: { expected: expectedVersion, actual: before?.version ?? 0 },
        current: before && publicLevel(before),
      });
    }
    const delta = input.onHand - (before?.onHand ?? 0);
    return write(tx, { before, levels }, input, delta, { reason: "counted" });
  });
}

/**
 * Adds or takes stock. Each call moves it: the procedure answers a repeated idempotency key.
 * @throws conflict `inventory.below_held` {onHand, held} when less would be on hand than is promised
 * @throws not_found `inventory.variant_not_found`, `inventory.location_not_found`
 */
export async function adjust(ctx: ServiceContext, input: Adjust): Promise<Level> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockLevel(tx, input);
    return write(tx, locked, input, input.delta, { reason: input.reason, note: input.note });
  });
}

type LevelKey = { variantId: string; locationId: string };

type Locked = {
  /** All of the variant. */
  levels: LockedLevel[];
  /** The one that is asked for; undefined when it is not there yet. */
  before: LockedLevel | undefined;
};

/** Locks the variant's levels, and the variant itself: two levels that are new at once must also come one after the other. */
async function lockLevel(tx: TransactionContext, key: LevelKey): Promise<Locked> {
  const [variant] = await statement<{ hasLocation: boolean }>(
    tx.db,
    sql`select exists (select from location where id = ${key.locationId}) as "hasLocation"
        from variant where id = ${key.variantId} for no key update`,
  );
  if (!variant) throw variantNotFound(key.variantId);
  if (!variant.hasLocation) {
    throw new DomainError("not_found", "inventory.location_not_found", {
      message: "There is no such stock location.",
      details: { locationId: key.locationId },
    });
  }
  const levels = await lockLevels(tx, [key.variantId]);
  return { levels, before: levels.find((level) => level.locationId === key.locationId) };
}

async function write(
  tx: TransactionContext,
  { before, levels }: Locked,
  { variantId, locationId }: LevelKey,
  delta: number,
  cause: Cause,
): Promise<Level> {
  const level = before ?? (await insertEmpty(tx, { variantId, locationId }));
  const onHand = level.onHand + delta;
  if (onHand < level.held) throw belowHeld(onHand, level.held);
  const all = before === undefined ? [...levels, level] : levels;
  await changeStock(tx, all, [{ variantId, locationId, held: 0, onHand: { delta, cause } }]);
  return publicLevel({ ...level, onHand, version: level.version + 1 });
}

async function insertEmpty(tx: TransactionContext, key: LevelKey): Promise<LockedLevel> {
  const { variantId, locationId } = key;
  const [level] = await statement<{ isTracked: boolean }>(
    tx.db,
    sql`insert into level (variant_id, location_id, version) values (${variantId}, ${locationId}, 0)
        returning (select is_tracked from variant where id = ${variantId}) as "isTracked"`,
  );
  return { ...key, onHand: 0, held: 0, version: 0, isTracked: level?.isTracked ?? true };
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
