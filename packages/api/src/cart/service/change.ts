import type { ServiceContext } from "../../kernel/context.ts";
import {
  inTransaction,
  isPool,
  isRetryable,
  type TransactionContext,
} from "../../kernel/transaction.ts";
import type { Cart, CartOperation } from "../contract.ts";
import { afterChange, type CartChange, commitChange } from "./commit.ts";
import { findBarred } from "./passes.ts";
import {
  type Plan,
  planOperations,
  plannedQuantity,
  refuseBarred,
  settleForHeld,
  writesOf,
} from "./plan.ts";
import { cartNotActive, cartNotFound, refusedLine, versionMismatch } from "./refusals.ts";
import type { LineRow, LoadedCart } from "./rows.ts";
import { holdLines, lockActiveCart, priceLoaded, requireCart, requireHeldCart } from "./write.ts";

/** What one device wants of one cart. */
export type ChangeRequest = {
  cartId: string;
  device: string;
  operations: readonly CartOperation[];
  /**
   * Given: all or nothing, of this version. Left out: as much as can be, each operation once; what it
   * became is remembered.
   */
  expectedVersion?: number | undefined;
};

export type Changed = { cart: Cart; loaded: LoadedCart; plan: Plan };

/**
 * Reads, decides, and writes if nobody came between: two statements and no transaction. Where somebody
 * did, or a drop has to be held, it decides anew behind the cart's lock.
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}
 * @throws with `expectedVersion`: precondition_failed `cart.version_mismatch`, and the reason of what can't be done
 */
export async function changeCart(ctx: ServiceContext, request: ChangeRequest): Promise<Changed> {
  return (
    (await changeAtOnce(ctx, request)) ?? inTransaction(ctx, (tx) => changeLocked(tx, request))
  );
}

/** Undefined when it takes a lock. In a transaction it does: there, losing to a rival would undo all of it. */
async function changeAtOnce(
  ctx: ServiceContext,
  request: ChangeRequest,
): Promise<Changed | undefined> {
  if (!isPool(ctx.db)) return undefined;
  const loaded = await load(ctx, request);
  const plan = await planChange(ctx, loaded, request);
  if (plan.touched.some(isDrop)) return undefined;
  requireAccepted(plan, request);
  const change = changeOf(plan, request);
  const isWritten =
    isNothing(change) || (await commitChange(ctx, loaded, change).catch(unlessLost));
  if (!isWritten) return undefined;
  ctx.nudge();
  return { cart: await priceLoaded(ctx, afterChange(loaded, change)), loaded, plan };
}

/** Not written: of two that wait for each other one is told so, and has lost as to any rival. */
function unlessLost(error: unknown): false {
  if (isRetryable(error)) return false;
  throw error;
}

async function changeLocked(tx: TransactionContext, request: ChangeRequest): Promise<Changed> {
  // Sent together; the second still reads what is there behind the first one's lock.
  const [, loaded] = await Promise.all([lockActiveCart(tx, request.cartId), load(tx, request)]);
  const plan = await planChange(tx, loaded, request);
  const drops = plan.touched.filter(isDrop);
  refuseBarred(plan, await findBarred(tx, loaded.row.id, drops));
  const quantityOf = (variantId: string) => plannedQuantity(plan, variantId);
  // What is refused must leave what was held before.
  const isWhole =
    isExact(request) && drops.some((row) => quantityOf(row.variantId) > (row.quantity ?? 0));
  const held = await holdLines(tx, loaded.row.id, drops, quantityOf, { isWhole });
  settleForHeld(plan, held, isExact(request));
  requireAccepted(plan, request);
  const change = changeOf(plan, request, held.size > 0);
  // Behind its lock nobody else has changed it: its time has run out meanwhile.
  if (!isNothing(change) && !(await commitChange(tx, loaded, change)))
    throw cartNotFound(request.cartId);
  const after =
    drops.length > 0 ? await requireCart(tx, request.cartId) : afterChange(loaded, change);
  return { cart: await priceLoaded(tx, after), loaded, plan };
}

async function load(
  ctx: ServiceContext,
  { cartId, device, operations }: ChangeRequest,
): Promise<LoadedCart> {
  const loaded = await requireHeldCart(ctx, cartId, {
    variantIds: operations.map((operation) => operation.variantId),
    operations: { device, seqs: operations.map((operation) => operation.seq) },
  });
  if (loaded.row.state !== "active") throw cartNotActive(cartId);
  return loaded;
}

async function planChange(
  ctx: ServiceContext,
  loaded: LoadedCart,
  { device, operations, expectedVersion }: ChangeRequest,
): Promise<Plan> {
  if (expectedVersion === undefined) {
    const fresh = firstOfEachSeq(operations).filter(({ seq }) => !loaded.answered.has(seq));
    return planOperations(loaded, device, fresh);
  }
  if (expectedVersion !== loaded.row.version)
    throw versionMismatch(expectedVersion, await priceLoaded(ctx, loaded));
  return planOperations(loaded, device, operations);
}

function firstOfEachSeq(operations: readonly CartOperation[]): CartOperation[] {
  return [...new Map(operations.toReversed().map((o) => [o.seq, o])).values()].toReversed();
}

function isDrop(row: LineRow): boolean {
  return row.holdOnAdd && row.available !== null;
}

function isExact(request: ChangeRequest): boolean {
  return request.expectedVersion !== undefined;
}

function requireAccepted(plan: Plan, request: ChangeRequest): void {
  const refused = plan.outcomes.find(({ status }) => status !== "applied");
  if (isExact(request) && refused) throw refusedLine(refused);
}

/** An exact write always makes a new version: who sent it again would not know its own. */
function changeOf(plan: Plan, request: ChangeRequest, isHeldAnew = false): CartChange {
  const lines = writesOf(plan);
  const { device } = request;
  return {
    lines,
    isChanged: lines.length > 0 || isHeldAnew || isExact(request),
    ...(!isExact(request) && { answers: { device, outcomes: plan.outcomes } }),
  };
}

function isNothing({ isChanged, answers }: CartChange): boolean {
  return !isChanged && (answers?.outcomes.length ?? 0) === 0;
}
