/** The mergeable door: intents without a precondition, idempotent by (device, seq). */
import { cartOperations } from "@meridian/db/schema.ts";
import { and, eq, inArray } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import {
  type ApplyOperations,
  type CartOperation,
  maxLines,
  type OperationOutcome,
  type OperationsResult,
} from "../contract.ts";
import { decide } from "../rules/intent.ts";
import type { LineRow, LoadedCart } from "./rows.ts";
import {
  holdLines,
  lockActiveCart,
  priceLoaded,
  raiseVersion,
  requireCart,
  writeLines,
} from "./write.ts";

/**
 * Applies operations in their order. The cart's row is locked, so adds from many devices at once all
 * count. What can't be done as asked is adjusted or refused, each with its reason, and does not stop
 * the rest. The version rises once when something changed.
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}
 */
export async function applyOperations(
  ctx: ServiceContext,
  input: ApplyOperations,
): Promise<OperationsResult> {
  const { cartId } = input;
  return inTransaction(ctx, async (tx) => {
    await lockActiveCart(tx, cartId);
    const answered = await findAnswered(tx, input);
    const fresh = firstOfEachSeq(input.operations).filter(({ seq }) => !answered.has(seq));
    const variantIds = fresh.map((operation) => operation.variantId);
    const loaded = await requireCart(tx, cartId, variantIds);
    const outcomes = fresh.length === 0 ? [] : await applyFresh(tx, loaded, fresh);
    await record(tx, input, outcomes);
    const cart = await priceLoaded(tx, await requireCart(tx, cartId));
    return { cart, version: cart.version, outcomes: inOrder(input.operations, outcomes, answered) };
  });
}

async function applyFresh(
  tx: TransactionContext,
  loaded: LoadedCart,
  operations: readonly CartOperation[],
): Promise<OperationOutcome[]> {
  const plan = decideAll(loaded, operations);
  // In the order of the operations: new lines come in the order in which they were added.
  const touched = [...plan.touched].flatMap((variantId) =>
    loaded.asked.filter((row) => row.variantId === variantId),
  );
  const held = await holdLines(
    tx,
    loaded.row.id,
    touched,
    (variantId) => plan.quantities.get(variantId) ?? 0,
  );
  settleForHeld(plan, touched, held);
  const writes = touched.map((row) => ({
    variantId: row.variantId,
    quantity: plan.quantities.get(row.variantId) ?? 0,
    priceMinor: row.priceMinor ?? row.seenPriceMinor ?? 0,
  }));
  const isChanged = touched.some((row, index) => isNew(row, writes[index])) || held.size > 0;
  if (isChanged) {
    await raiseVersion(tx, loaded.row.id);
    await writeLines(tx, loaded.row.id, writes);
  }
  return plan.outcomes;
}

function isNew(row: LineRow, write: { quantity: number; priceMinor: number } | undefined): boolean {
  if (write === undefined || write.quantity !== (row.quantity ?? 0)) return true;
  return row.quantity !== null && write.priceMinor !== row.seenPriceMinor;
}

type Plan = {
  outcomes: OperationOutcome[];
  /** Quantities after all operations. */
  quantities: Map<string, number>;
  /** Variants of which at least one operation was not refused. */
  touched: Set<string>;
  lastSeq: Map<string, number>;
};

/** Each operation is judged by the cart that the ones before it have left. */
function decideAll(loaded: LoadedCart, operations: readonly CartOperation[]): Plan {
  const rows = new Map(loaded.asked.map((row) => [row.variantId, row]));
  const quantities = new Map(loaded.lines.map((row) => [row.variantId, row.quantity ?? 0]));
  const touched = new Set<string>();
  const lastSeq = new Map<string, number>();
  const outcomes = operations.map((operation) => {
    const { variantId, seq } = operation;
    const row = rows.get(variantId);
    const before = quantities.get(variantId) ?? 0;
    const { quantity, outcome } = decide(operation, {
      quantity: before,
      exists: row !== undefined,
      isSoldHere: row !== undefined && row.priceMinor !== null,
      available: row?.available ?? null,
      hasRoom: quantities.size < maxLines,
      region: loaded.row.regionId,
    });
    if (quantity > 0) quantities.set(variantId, quantity);
    else quantities.delete(variantId);
    if (outcome.status !== "refused") {
      touched.add(variantId);
      lastSeq.set(variantId, seq);
    }
    return { seq, ...outcome };
  });
  return { outcomes, quantities, touched, lastSeq };
}

/**
 * Where somebody else was quicker to a drop, its line becomes what is held of it; with nothing held it
 * stays as it was. The last operation that touched it carries the news.
 */
function settleForHeld(plan: Plan, rows: readonly LineRow[], held: Map<string, number>): void {
  for (const row of rows) {
    const { variantId } = row;
    const available = held.get(variantId);
    const requested = plan.quantities.get(variantId) ?? 0;
    const before = row.quantity ?? 0;
    if (available === undefined || available >= requested) continue;
    // Less of a line that has lost its hold: nothing to hold, and nothing refused.
    if (available === 0 && requested <= before) continue;
    const quantity = available === 0 ? before : available;
    if (quantity > 0) plan.quantities.set(variantId, quantity);
    else plan.quantities.delete(variantId);
    const news = {
      status: available === 0 ? ("refused" as const) : ("adjusted" as const),
      reason: "cart.out_of_stock",
      details: { variantId, requested, available },
    };
    const seq = plan.lastSeq.get(variantId);
    plan.outcomes = plan.outcomes.map((o) => (o.seq === seq ? { seq: o.seq, ...news } : o));
  }
}

function firstOfEachSeq(operations: readonly CartOperation[]): CartOperation[] {
  return [...new Map(operations.toReversed().map((o) => [o.seq, o])).values()].toReversed();
}

type Refusal = (typeof cartOperations.$inferSelect)["refusal"];

async function findAnswered(
  tx: TransactionContext,
  { cartId, device, operations }: ApplyOperations,
): Promise<Map<number, Refusal>> {
  const rows = await tx.db
    .select({ seq: cartOperations.seq, refusal: cartOperations.refusal })
    .from(cartOperations)
    .where(
      and(
        eq(cartOperations.cartId, cartId),
        eq(cartOperations.device, device),
        inArray(
          cartOperations.seq,
          operations.map((operation) => operation.seq),
        ),
      ),
    );
  return new Map(rows.map(({ seq, refusal }) => [seq, refusal]));
}

async function record(
  tx: TransactionContext,
  { cartId, device }: ApplyOperations,
  outcomes: readonly OperationOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await tx.db.insert(cartOperations).values(
    outcomes.map(({ seq, status, reason, details }) => ({
      cartId,
      device,
      seq,
      refusal:
        status === "adjusted" || status === "refused"
          ? { status, reason: reason ?? "", details: details ?? {} }
          : null,
    })),
  );
}

/** One outcome per operation sent. What was answered before hears the same again; what was done is a duplicate. */
function inOrder(
  operations: readonly CartOperation[],
  outcomes: readonly OperationOutcome[],
  answered: Map<number, Refusal>,
): OperationOutcome[] {
  const fresh = new Map(outcomes.map((outcome) => [outcome.seq, outcome]));
  return operations.map(({ seq }) => {
    const outcome = fresh.get(seq);
    if (outcome) {
      fresh.delete(seq);
      return outcome;
    }
    const refusal = answered.get(seq);
    if (!refusal) return { seq, status: "duplicate" };
    const { status, reason, details } = refusal;
    return { seq, status: status === "refused" ? status : "duplicate", reason, details };
  });
}
