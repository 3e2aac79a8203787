/**
 * Holds: promises of stock with an end. A hold moves once, from held to confirmed, released or
 * expired; whoever moves it compares and sets, so exactly one wins. Everything here runs inside the
 * caller's transaction, in a number of statements that does not grow with the number of lines.
 * Order of locks: what owns the holds (cart, checkout), then hold rows by id, then level rows.
 */
import { sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";
import { toInstant } from "../../kernel/instant.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { HoldRequest } from "../contract.ts";
import { allocateHolds, findShortage, type HoldPart, type LocationStock } from "../rules.ts";
import { variantNotFound } from "../service.ts";
import { closeHolds, type HeldRow, lockHolds } from "./hold-rows.ts";
import { changeStock, lockLevels, type StockChange } from "./ledger.ts";

export type Allocation = {
  holdId: string;
  variantId: string;
  locationId: string;
  quantity: number;
};

export type HoldStock = {
  /** A checkout, or a cart for drops. */
  ownerId: string;
  /** Counted by the database's clock. */
  ttlSeconds: number;
  requests: HoldRequest[];
  /**
   * Open holds that give way to these, in the same step: a checkout takes over what its cart held
   * and nobody can come between. Only those of `variantIds`, when given.
   */
  replaces?: { ownerIds: string[]; variantIds?: string[] };
};

/**
 * Holds all requests or none. Variants that are not tracked hold nothing. A repeated call with the
 * same hold ids changes nothing and gets the first answer.
 * @throws conflict `inventory.out_of_stock` {variantId, requested, available}: requests of one variant count together
 * @throws not_found `inventory.variant_not_found` {variantId}
 */
export async function holdStock(
  tx: TransactionContext,
  input: HoldStock,
): Promise<{ expiresAt: string }> {
  const state = await lockForHolding(tx, input);
  if (state.answer) return { expiresAt: state.answer };
  const shortage = findShortage(state.tracked, state.stock);
  if (shortage) throw outOfStock(shortage);
  return writeHolds(tx, input, state.replaced, allocateHolds(state.tracked, state.stock));
}

/**
 * As {@link holdStock}, but a variant of which there is too little is held as far as it goes.
 * @returns what is held of each tracked variant; 0 where there is nothing
 */
export async function holdUpTo(
  tx: TransactionContext,
  input: HoldStock,
): Promise<{ held: Map<string, number> }> {
  const state = await lockForHolding(tx, input);
  const parts = allocateHolds(state.tracked, state.stock);
  const held = new Map(state.tracked.map(({ variantId }) => [variantId, 0]));
  for (const part of parts)
    held.set(part.variantId, (held.get(part.variantId) ?? 0) + part.quantity);
  await writeHolds(tx, input, state.replaced, parts);
  return { held };
}

/** Gives back what an owner holds. Returns the number of holds that were open. */
export async function releaseHolds(
  tx: TransactionContext,
  input: { ownerId: string },
): Promise<number> {
  const open = await lockHolds(tx, { ownerIds: [input.ownerId] });
  if (open.length === 0) return 0;
  await closeHolds(tx, open, "released");
  await lockLevels(
    tx,
    open.map((hold) => hold.variantId),
  );
  await changeStock(tx, open.map(givenBack));
  return new Set(open.map((hold) => hold.id)).size;
}

/**
 * Turns an owner's holds into a sale: on hand and held fall together, and the ledger names the order.
 * An owner that holds nothing because nothing is tracked confirms nothing.
 * @param input.graceSeconds how long after its end a hold that nobody has taken back still counts
 * @throws conflict `inventory.hold_lost` {variantIds} when a hold of the owner has ended; nothing changes then
 */
export async function confirmHolds(
  tx: TransactionContext,
  input: { ownerId: string; orderId: string; graceSeconds?: number },
): Promise<{ allocations: Allocation[] }> {
  const holds = await statement<HeldRow & { isOpen: boolean }>(
    tx.db,
    // All of the owner's holds: one that has ended must be seen, not overlooked.
    sql`select id, variant_id as "variantId", location_id as "locationId", quantity,
          state = 'held' and expires_at + make_interval(secs => ${input.graceSeconds ?? 0}::float8)
            > clock_timestamp() as "isOpen"
        from hold where owner_id = ${input.ownerId}
        order by id, location_id
        for update`,
  );
  const lost = holds.filter((hold) => !hold.isOpen);
  if (lost.length > 0) throw holdLost(lost);
  await closeHolds(tx, holds, "confirmed");
  await lockLevels(
    tx,
    holds.map((hold) => hold.variantId),
  );
  await changeStock(
    tx,
    holds.map((hold) => ({ ...givenBack(hold), onHand: -hold.quantity })),
    { reason: "sold", reference: input.orderId },
  );
  return {
    allocations: holds.map(({ id, variantId, locationId, quantity }) => ({
      holdId: id,
      variantId,
      locationId,
      quantity,
    })),
  };
}

/** Puts what a cancelled order had taken back on hand, where it came from. The caller sees to it that it happens once. */
export async function restock(
  tx: TransactionContext,
  input: { reference: string; allocations: Allocation[] },
): Promise<void> {
  if (input.allocations.length === 0) return;
  await lockLevels(
    tx,
    input.allocations.map((allocation) => allocation.variantId),
  );
  await changeStock(
    tx,
    input.allocations.map(({ variantId, locationId, quantity }) => ({
      variantId,
      locationId,
      onHand: quantity,
      held: 0,
    })),
    { reason: "cancelled", reference: input.reference },
  );
}

type Holding = {
  /** When the first call with these ids said that the holds end. */
  answer: string | undefined;
  tracked: HoldRequest[];
  replaced: HeldRow[];
  /** What can be held: what is free, and what the replaced holds give back. */
  stock: LocationStock[];
};

/** Takes the locks, and reads behind them what decides: an answer given before, and what is free. */
async function lockForHolding(tx: TransactionContext, input: HoldStock): Promise<Holding> {
  const replaced = input.replaces ? await lockHolds(tx, input.replaces) : [];
  const levels = await lockLevels(tx, [
    ...input.requests.map((request) => request.variantId),
    ...replaced.map((hold) => hold.variantId),
  ]);
  const facts = await statement<{ isTracked: boolean | null; answer: string | null }>(
    tx.db,
    // A statement of its own: its snapshot is taken behind the locks, so a rival's holds are seen.
    sql`select variant.is_tracked as "isTracked",
          (select min(hold.expires_at) from hold where hold.id = request.id) as answer
        from unnest(${sql.param(input.requests.map((r) => r.id))}::text[],
                    ${sql.param(input.requests.map((r) => r.variantId))}::text[])
             with ordinality as request(id, variant_id, position)
        left join variant on variant.id = request.variant_id
        order by request.position`,
  );
  const answer = facts.find((fact) => fact.answer !== null)?.answer;
  const unknown = input.requests.find((_, index) => facts[index]?.isTracked === null);
  if (unknown) throw variantNotFound(unknown.variantId);
  const freed = new Map<string, number>();
  for (const { variantId, locationId, quantity } of replaced) {
    const key = `${variantId} ${locationId}`;
    freed.set(key, (freed.get(key) ?? 0) + quantity);
  }
  return {
    answer: answer ? toInstant(answer) : undefined,
    tracked: input.requests.filter((_, index) => facts[index]?.isTracked),
    replaced,
    stock: levels.map(({ variantId, locationId, onHand, held }) => ({
      variantId,
      locationId,
      available: onHand - held + (freed.get(`${variantId} ${locationId}`) ?? 0),
    })),
  };
}

async function writeHolds(
  tx: TransactionContext,
  input: HoldStock,
  replaced: HeldRow[],
  parts: HoldPart[],
): Promise<{ expiresAt: string }> {
  if (replaced.length > 0) await closeHolds(tx, replaced, "released");
  const [row] = await statement<{ at: string }>(
    tx.db,
    // What the owner lost before is superseded; left in place it would make every later confirm fail.
    sql`with deadline as materialized (
          select date_trunc('milliseconds', clock_timestamp())
            + make_interval(secs => ${input.ttlSeconds}::float8) as at
        ), superseded as (
          delete from hold
          where owner_id = ${input.ownerId} and state in ('released', 'expired')
        ), inserted as (
          insert into hold (id, variant_id, location_id, quantity, owner_id, expires_at)
          select part.*, ${input.ownerId}, deadline.at
          from deadline, unnest(
            ${sql.param(parts.map((p) => p.id))}::text[],
            ${sql.param(parts.map((p) => p.variantId))}::text[],
            ${sql.param(parts.map((p) => p.locationId))}::text[],
            ${sql.param(parts.map((p) => p.quantity))}::int[]) as part
        )
        select at from deadline`,
  );
  const taken: StockChange[] = parts.map((part) => ({ ...part, onHand: 0, held: part.quantity }));
  await changeStock(tx, [...replaced.map(givenBack), ...taken]);
  if (!row) throw new Error("the database did not tell when the holds end");
  return { expiresAt: toInstant(row.at) };
}

function givenBack({ variantId, locationId, quantity }: HeldRow): StockChange {
  return { variantId, locationId, onHand: 0, held: -quantity };
}

function outOfStock(shortage: { variantId: string; requested: number; available: number }) {
  return new DomainError("conflict", "inventory.out_of_stock", {
    message:
      shortage.available <= 0
        ? "This is sold out."
        : `Only ${shortage.available} left, ${shortage.requested} were asked for.`,
    details: shortage,
  });
}

function holdLost(lost: HeldRow[]) {
  return new DomainError("conflict", "inventory.hold_lost", {
    message: "The stock is no longer held: the time ran out.",
    details: { variantIds: [...new Set(lost.map((hold) => hold.variantId))] },
  });
}
