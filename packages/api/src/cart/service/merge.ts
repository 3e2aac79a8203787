/** Two carts become one: at sign-in, what a guest gathered goes into the shopper's own cart. */
import { sql } from "drizzle-orm";
import type { Actor, ServiceContext } from "../../kernel/context.ts";
import { event, insertEvents } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { MergeCart, MergeOutcome, MergeResult } from "../contract.ts";
import { maxLines } from "../contract/limits.ts";
import { cartChanged } from "../events.ts";
import { mergeDevice } from "../rules/counter.ts";
import { commitChange } from "./commit.ts";
import { planMerge } from "./plan-merge.ts";
import { cartNotActive, cartNotFound, sameCart } from "./refusals.ts";
import type { LoadedCart } from "./rows.ts";
import { holdLines, mayUse, priceLoaded, requireCart } from "./write.ts";

/**
 * Merges carts that who asks may use, in one transaction.
 * @throws as {@link mergeInto}; invalid `cart.same_cart` {cartId}
 */
export async function mergeCart(ctx: ServiceContext, input: MergeCart): Promise<MergeResult> {
  if (input.cartId === input.fromCartId) throw sameCart(input.cartId);
  return inTransaction(ctx, (tx) => mergeInto(tx, input, ctx.actor));
}

/**
 * Moves the lines of one cart into another and ends the one that they came from.
 * Quantities add up, and what a drop's line held goes with it. Stock, price and market are said by the
 * notices of the lines. Only what a cart has no room for is adjusted or stays behind, and is told.
 * Merging again changes nothing and hears the same.
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}: of either cart
 */
export async function mergeInto(
  tx: TransactionContext,
  { cartId, fromCartId }: MergeCart,
  actor: Actor,
): Promise<MergeResult> {
  // Sent together; what is read is read behind the locks.
  const [isMerged, from] = await Promise.all([
    lockBoth(tx, cartId, fromCartId, actor),
    requireCart(tx, fromCartId),
  ]);
  const to = await requireCart(tx, cartId, {
    variantIds: from.lines.map((line) => line.variantId),
    operations: { device: mergeDevice(fromCartId), seqs: [...Array(maxLines).keys()] },
  });
  const outcomes = isMerged ? outcomesBefore(to) : await moveLines(tx, from, to);
  const cart = await priceLoaded(tx, await requireCart(tx, cartId));
  return { cart, version: cart.version, outcomes };
}

/** The cart that units came from counts as a device; no other device can have such a name. */
async function moveLines(
  tx: TransactionContext,
  from: LoadedCart,
  to: LoadedCart,
): Promise<MergeOutcome[]> {
  const device = mergeDevice(from.row.id);
  const { writes, moved, quantities, outcomes } = planMerge(from, to, device);
  await holdLines(tx, to.row.id, moved, (id) => quantities.get(id) ?? 0, {
    takesOverFrom: [from.row.id],
  });
  const answers = outcomes.map(({ variantId, details, ...outcome }, seq) => ({
    ...outcome,
    seq,
    details: { ...details, variantId },
  }));
  // A code that the shopper entered there counts here, unless there is one here.
  const promotionCode = to.row.promotionCode ?? from.row.promotionCode;
  await commitChange(tx, to, {
    lines: writes,
    isChanged: writes.length > 0 || promotionCode !== to.row.promotionCode,
    promotionCode,
    answers: { device, outcomes: answers },
  });
  await endMerged(
    tx,
    from,
    to.row.id,
    moved.map((row) => row.variantId),
  );
  return outcomes;
}

/** What the first merge told, when its answer was lost. */
function outcomesBefore({ answered }: LoadedCart): MergeOutcome[] {
  return [...answered.values()].flatMap((refusal) => {
    const variantId = refusal?.details["variantId"];
    return refusal && typeof variantId === "string" ? [{ variantId, ...refusal }] : [];
  });
}

/**
 * Locks both in one order, so that merges in opposite directions can't wait for each other.
 * @returns whether the one was merged into the other before
 */
async function lockBoth(
  tx: TransactionContext,
  cartId: string,
  fromCartId: string,
  actor: Actor,
): Promise<boolean> {
  const rows = await statement<{
    id: string;
    userId: string | null;
    state: string;
    mergedInto: string | null;
  }>(
    tx.db,
    sql`select id, user_id as "userId", state, merged_into as "mergedInto" from cart
        where id = any(${sql.param([cartId, fromCartId])}::text[]) and state <> 'abandoned'
          and expires_at > ${tx.clock.now().toISOString()}::timestamptz
        order by id for update`,
  );
  const [to, from] = [cartId, fromCartId].map((id) => {
    const row = rows.find((r) => r.id === id);
    if (!row || !mayUse(actor, row)) throw cartNotFound(id);
    return row;
  });
  if (to?.state !== "active") throw cartNotActive(cartId);
  if (from?.mergedInto === cartId) return true;
  if (from?.state !== "active") throw cartNotActive(fromCartId);
  return false;
}

/** The cart keeps what did not move, and can't change any more. */
async function endMerged(
  tx: TransactionContext,
  { row }: LoadedCart,
  mergedInto: string,
  moved: readonly string[],
): Promise<void> {
  const changed = event(cartChanged, row.id, row.version + 1, { cartId: row.id });
  await statement(
    tx.db,
    sql`with merged as (
          update cart set state = 'merged', merged_into = ${mergedInto}, version = version + 1,
            updated_at = ${tx.clock.now().toISOString()}::timestamptz
          where id = ${row.id}
        ), moved as (
          delete from cart_line
          where cart_id = ${row.id} and variant_id = any(${sql.param([...moved])}::text[])
        )
        ${insertEvents(tx, [changed])}`,
  );
}
