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
    const before = await lockLevel(tx, input);
    const expectedVersion = input.expectedVersion;
    if ((before?.version ?? 0) !== expectedVersion) {
      throw new DomainError("precondition_failed", "inventory.version_mismatch", {
        message: "The level has changed since it was read.",
        details: { expected: expectedVersion, actual: before?.version ?? 0 },
        current: before && publicLevel(before),
      });
    }
    const delta = input.onHand - (before?.onHand ?? 0);
    return write(tx, before ?? emptyLevel(input), delta, { reason: "counted" });
  });
}

/**
 * Adds or takes stock. Each call moves it: the procedure answers a repeated idempotency key.
 * @throws conflict `inventory.below_held` {onHand, held} when less would be on hand than is promised
 * @throws not_found `inventory.variant_not_found`, `inventory.location_not_found`
 */
export async function adjust(ctx: ServiceContext, input: Adjust): Promise<Level> {
  return inTransaction(ctx, async (tx) => {
    const before = (await lockLevel(tx, input)) ?? emptyLevel(input);
    return write(tx, before, input.delta, { reason: input.reason, note: input.note });
  });
}

type LevelKey = { variantId: string; locationId: string };

/** Locks the variant's levels, and the variant itself: two levels that are new at once must also come one after the other. */
async function lockLevel(tx: TransactionContext, key: LevelKey): Promise<LockedLevel | undefined> {
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
  return levels.find((level) => level.locationId === key.locationId);
}

/** Version 0: the level is not there yet. */
function emptyLevel({ variantId, locationId }: LevelKey): LockedLevel {
  return { variantId, locationId, onHand: 0, held: 0, version: 0 };
}

async function write(
  tx: TransactionContext,
  before: LockedLevel,
  delta: number,
  cause: Cause,
): Promise<Level> {
  const { variantId, locationId, held, version } = before;
  const onHand = before.onHand + delta;
  if (onHand < held) throw belowHeld(onHand, held);
  if (version === 0) {
    await statement(
      tx.db,
      sql`insert into level (variant_id, location_id, version)
          values (${variantId}, ${locationId}, 0)`,
    );
  }
  const changed = await changeStock(
    tx,
    [{ variantId, locationId, onHand: delta, held: 0, expectedVersion: version }],
    cause,
  );
  if (changed !== 1) throw new Error("a level changed although it was locked");
  return publicLevel({ ...before, onHand, version: version + 1 });
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
