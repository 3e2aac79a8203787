/**
 * Holding for many callers at once. One transaction locks every level that any of them wants, judges
 * them in the order in which they came, and writes all that was admitted in as many statements as one
 * caller alone would need. Order of locks: hold rows by id, then level rows by (variant, location).
 */
import { sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";
import { toInstant } from "../../kernel/instant.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { HoldRequest } from "../contract.ts";
import {
  admitClaim,
  openBook,
  type HoldPart,
  type LocationStock,
  type Shortage,
  type StockBook,
} from "../rules.ts";
import { variantNotFound } from "../service.ts";
import { closeHolds, givenBack, lockHolds, type HeldRow } from "./hold-rows.ts";
import { changeStock, lockLevels, type LockedLevel, type StockChange } from "./ledger.ts";

export type HoldStock = {
  /** A checkout, or a cart for drops. */
  ownerId: string;
  /** Counted by the database's clock. */
  ttlSeconds: number;
  /** Held all or none; variants that are not tracked hold nothing. */
  requests: readonly HoldRequest[];
  /**
   * Open holds that give way to these, in the same step: a checkout takes over what its cart held
   * and nobody can come between. Only those of `variantIds`, when given.
   */
  replaces?: { ownerIds: string[]; variantIds?: string[] };
  /** A variant of which there is too little is held as far as it goes. */
  isPartial?: boolean;
};

export type Held = {
  expiresAt: string;
  /** Those of the requests of which anything is held. */
  holdIds: readonly string[];
  /** Of each tracked variant that was asked for; 0 where there is nothing. */
  quantities: ReadonlyMap<string, number>;
};

/**
 * Holds for each in turn. One whose hold ids are known changes nothing and gets the first answer again.
 * @returns for each what it holds, or its refusal: conflict `inventory.out_of_stock` {variantId,
 *   requested, available}, not_found `inventory.variant_not_found` {variantId}
 */
export async function holdBatch(
  tx: TransactionContext,
  batch: readonly HoldStock[],
): Promise<(Held | DomainError)[]> {
  const owners = [...new Set(batch.flatMap(({ replaces }) => replaces?.ownerIds ?? []))];
  const requests = batch.flatMap((input) => input.requests);
  // Sent together, run in this order: what decides is read behind the locks, with a rival's holds in it.
  const [open, levels, facts] = await Promise.all([
    owners.length === 0 ? [] : lockHolds(tx, owners),
    lockLevels(
      tx,
      requests.map((request) => request.variantId),
      owners,
    ),
    readFacts(tx, requests),
  ]);
  const outcomes = judge(batch, { open, facts, stock: levels.map(freeAt) });
  const writes = outcomes.flatMap(({ write }) => write ?? []);
  if (writes.length > 0) {
    const released = writes.flatMap(({ replaced }) => replaced);
    await Promise.all([
      closeHolds(tx, released, "released"),
      writeHolds(tx, writes),
      changeStock(tx, levels, [...released.map(givenBack), ...writes.flatMap(taken)]),
    ]);
  }
  return outcomes.map(({ answer }) => answer);
}

type Outcome = { answer: Held | DomainError; write?: Write };

type Write = {
  ownerId: string;
  expiresAt: string;
  parts: readonly HoldPart[];
  replaced: readonly HeldRow[];
};

type Known = {
  open: readonly HeldRow[];
  facts: Facts;
  stock: readonly LocationStock[];
};

function judge(batch: readonly HoldStock[], { open, facts, stock }: Known): Outcome[] {
  const book = openBook(stock);
  const left = new Set(open);
  const sofar = new Map<string, Outcome>();
  return batch.map((input) => {
    // Who repeats a call that stands before it in the batch gets that one's answer.
    const twin = input.requests.map(({ id }) => sofar.get(id)).find((found) => found !== undefined);
    if (twin !== undefined) return { answer: twin.answer };
    const outcome = judgeOne(input, facts, book, left);
    for (const { id } of input.requests) sofar.set(id, outcome);
    return outcome;
  });
}

/** @param left open holds that nobody before has replaced */
function judgeOne(input: HoldStock, facts: Facts, book: StockBook, left: Set<HeldRow>): Outcome {
  const unknown = input.requests.find(({ variantId }) => !facts.isTracked.has(variantId));
  if (unknown !== undefined) return { answer: variantNotFound(unknown.variantId) };
  const before = input.requests.flatMap(({ id }) => facts.answers.get(id) ?? []);
  if (before.length > 0) return { answer: firstAnswer(before) };
  const requests = input.requests.filter(({ variantId }) => facts.isTracked.get(variantId));
  const replaced = replacedBy(input, left);
  const claim = { requests, freed: replaced.map(freed), isPartial: input.isPartial ?? false };
  const admission = admitClaim(claim, book);
  if (!admission.isAdmitted) return { answer: outOfStock(admission.shortage) };
  for (const hold of replaced) left.delete(hold);
  const { ownerId } = input;
  const { parts } = admission;
  const expiresAt = new Date(facts.now + input.ttlSeconds * 1000).toISOString();
  const nothing = requests.map(({ id, variantId }) => ({ id, variantId, quantity: 0 }));
  return {
    answer: { expiresAt, ...sumOf([...nothing, ...parts]) },
    write: { ownerId, expiresAt, parts, replaced },
  };
}

function sumOf(holds: readonly Pick<HoldPart, "id" | "variantId" | "quantity">[]) {
  const quantities = new Map<string, number>();
  const holdIds = new Set<string>();
  for (const { id, variantId, quantity } of holds) {
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
    if (quantity > 0) holdIds.add(id);
  }
  return { quantities, holdIds: [...holdIds] };
}

function replacedBy({ replaces }: HoldStock, left: Set<HeldRow>): HeldRow[] {
  if (replaces === undefined) return [];
  const { ownerIds, variantIds } = replaces;
  return [...left].filter(
    ({ ownerId, variantId }) =>
      ownerIds.includes(ownerId) && (variantIds?.includes(variantId) ?? true),
  );
}

type KnownHold = { id: string; variantId: string; quantity: number; expiresAt: string };

type Facts = {
  now: number;
  /** By variant; none for one that does not exist. */
  isTracked: ReadonlyMap<string, boolean>;
  /** What was held under a request's id before. */
  answers: ReadonlyMap<string, KnownHold[]>;
};

async function readFacts(tx: TransactionContext, requests: readonly HoldRequest[]): Promise<Facts> {
  const [row] = await statement<{
    now: string;
    tracked: Record<string, boolean> | null;
    known: KnownHold[] | null;
  }>(
    tx.db,
    sql`select date_trunc('milliseconds', clock_timestamp())::text as now,
          (select jsonb_object_agg(id, is_tracked) from variant
            where id = any(${sql.param([...new Set(requests.map((r) => r.variantId))])}::text[])
          ) as tracked,
          (select jsonb_agg(jsonb_build_object('id', id, 'variantId', variant_id,
              'quantity', quantity, 'expiresAt', expires_at))
            from hold where id = any(${sql.param(requests.map((r) => r.id))}::text[])
          ) as known`,
  );
  if (row === undefined) throw new Error("the database did not tell what it knows");
  return {
    now: Date.parse(toInstant(row.now)),
    isTracked: new Map(Object.entries(row.tracked ?? {})),
    answers: Map.groupBy(row.known ?? [], (hold) => hold.id),
  };
}

async function writeHolds(tx: TransactionContext, writes: readonly Write[]): Promise<void> {
  const rows = writes.flatMap(({ ownerId, expiresAt, parts }) =>
    parts.map((part) => ({ ...part, ownerId, expiresAt })),
  );
  await statement(
    tx.db,
    // What the owner lost before is superseded; left in place it would make every later confirm fail.
    sql`with superseded as (
          delete from hold
          where owner_id = any(${sql.param(writes.map((one) => one.ownerId))}::text[])
            and state in ('released', 'expired')
        )
        insert into hold (id, variant_id, location_id, quantity, owner_id, expires_at)
        select id, variant_id, location_id, quantity, owner_id, expires_at::timestamptz from unnest(
          ${sql.param(rows.map((row) => row.id))}::text[],
          ${sql.param(rows.map((row) => row.variantId))}::text[],
          ${sql.param(rows.map((row) => row.locationId))}::text[],
          ${sql.param(rows.map((row) => row.quantity))}::int[],
          ${sql.param(rows.map((row) => row.ownerId))}::text[],
          ${sql.param(rows.map((row) => row.expiresAt))}::text[]
        ) as part(id, variant_id, location_id, quantity, owner_id, expires_at)`,
  );
}

function firstAnswer(holds: readonly KnownHold[]): Held {
  const [expiresAt = ""] = holds.map((hold) => toInstant(hold.expiresAt)).toSorted();
  return { expiresAt, ...sumOf(holds) };
}

function freeAt({ variantId, locationId, onHand, held }: LockedLevel): LocationStock {
  return { variantId, locationId, available: onHand - held };
}

function freed({ variantId, locationId, quantity }: HeldRow): LocationStock {
  return { variantId, locationId, available: quantity };
}

function taken({ parts }: Write): StockChange[] {
  return parts.map(({ variantId, locationId, quantity: held }) => ({
    variantId,
    locationId,
    held,
  }));
}

function outOfStock(shortage: Shortage): DomainError {
  return new DomainError("conflict", "inventory.out_of_stock", {
    message:
      shortage.available <= 0
        ? "This is sold out."
        : `Only ${shortage.available} left, ${shortage.requested} were asked for.`,
    details: shortage,
  });
}
