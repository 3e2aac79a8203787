/**
 * Holds: promises of stock with an end. A hold moves once, from held to confirmed, released or
 * expired; whoever moves it compares and sets, so exactly one wins. All of it takes a number of
 * statements that does not grow with the number of lines, or of callers.
 * Order of locks: what owns the holds (cart, checkout), then hold rows by id, then level rows.
 */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { DomainError } from "../../kernel/errors.ts";
import type { LaneWork } from "../../kernel/lanes/lanes.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { holdBatch, type Held, type HoldStock } from "./hold-batch.ts";
import { holdLost } from "./hold-end.ts";
import { closeHolds, givenBack, lockHolds, type HeldRow } from "./hold-rows.ts";
import { changeStock, lockLevels, type Cause } from "./ledger.ts";

export type Allocation = {
  holdId: string;
  variantId: string;
  locationId: string;
  quantity: number;
};

const holding: LaneWork<HoldStock, Held> = { run: holdBatch };

/**
 * Holds all requests or none, together with whoever wants the same at this moment, and commits: what
 * the caller's own transaction becomes does not matter to it. A repeated call with the same hold ids
 * changes nothing and gets the first answer.
 * @throws conflict `inventory.out_of_stock` {variantId, requested, available}: requests of one variant count together
 * @throws not_found `inventory.variant_not_found` {variantId}; unavailable when too many wait
 */
export async function holdStock(ctx: ServiceContext, input: HoldStock): Promise<Held> {
  const [first = input.ownerId] = input.requests.map(({ variantId }) => variantId).toSorted();
  return ctx.lanes.ask(holding, first, input);
}

/** Gives back what owners hold. Returns the number of holds that were open. */
export async function releaseHolds(
  tx: TransactionContext,
  ownerIds: readonly string[],
): Promise<number> {
  const [open, levels] = await Promise.all([lockHolds(tx, ownerIds), lockLevels(tx, [], ownerIds)]);
  if (open.length === 0) return 0;
  await Promise.all([
    closeHolds(tx, open, "released"),
    changeStock(tx, levels, open.map(givenBack)),
  ]);
  return new Set(open.map((hold) => hold.id)).size;
}

export type ConfirmHolds = { ownerId: string; orderId: string };

/**
 * Turns owners' holds into sales: on hand and held fall together, and the ledger names the orders.
 * An owner that holds nothing because nothing is tracked confirms nothing.
 * @param graceSeconds how long after its end a hold that nobody has taken back still counts
 * @returns for each what it took, or conflict `inventory.hold_lost` {variantIds} when a hold of it has
 *   ended; nothing of that one changes then
 */
export async function confirmHolds(
  tx: TransactionContext,
  batch: readonly ConfirmHolds[],
  graceSeconds = 0,
): Promise<(Allocation[] | DomainError)[]> {
  const ownerIds = batch.map(({ ownerId }) => ownerId);
  const [holds, levels] = await Promise.all([
    statement<HeldRow & { isOpen: boolean }>(
      tx.db,
      // All of an owner's holds: one that has ended must be seen, not overlooked.
      sql`select id, owner_id as "ownerId", variant_id as "variantId", location_id as "locationId",
            quantity, state = 'held' and expires_at
              + make_interval(secs => ${graceSeconds}::float8) > clock_timestamp() as "isOpen"
          from hold where owner_id = any(${sql.param(ownerIds)}::text[])
          order by id, location_id
          for update`,
    ),
    lockLevels(tx, [], ownerIds),
  ]);
  const byOwner = Map.groupBy(holds, (hold) => hold.ownerId);
  const sold = batch.flatMap(({ ownerId, orderId }) => {
    const own = byOwner.get(ownerId) ?? [];
    return own.every((hold) => hold.isOpen) ? own.map((hold) => ({ hold, orderId })) : [];
  });
  await Promise.all([
    closeHolds(
      tx,
      sold.map(({ hold }) => hold),
      "confirmed",
    ),
    changeStock(
      tx,
      levels,
      sold.map(({ hold, orderId }) => ({
        ...givenBack(hold),
        onHand: { delta: -hold.quantity, cause: { reason: "sold", reference: orderId } },
      })),
    ),
  ]);
  return batch.map(({ ownerId }) => {
    const own = byOwner.get(ownerId) ?? [];
    const lost = own.filter((hold) => !hold.isOpen);
    return lost.length > 0 ? holdLost(lost.map((h) => h.variantId)) : own.map(toAllocation);
  });
}

/** Puts what an order had taken back on hand, where it came from. The caller sees to it that it happens once. */
export async function restock(
  tx: TransactionContext,
  cause: Cause,
  units: readonly Omit<Allocation, "holdId">[],
): Promise<void> {
  if (units.length === 0) return;
  const levels = await lockLevels(
    tx,
    units.map(({ variantId }) => variantId),
  );
  // What is sold nowhere any more has no level left to go back to.
  const known = new Set(levels.map((level) => `${level.variantId} ${level.locationId}`));
  const changes = units
    .filter(({ variantId, locationId }) => known.has(`${variantId} ${locationId}`))
    .map(({ variantId, locationId, quantity }) => ({
      variantId,
      locationId,
      held: 0,
      onHand: { delta: quantity, cause },
    }));
  await changeStock(tx, levels, changes);
}

function toAllocation({ id, variantId, locationId, quantity }: HeldRow): Allocation {
  return { holdId: id, variantId, locationId, quantity };
}
