/** The exact door: the caller says which version it saw, and gets all that it asked for or a refusal. */
import type { ServiceContext } from "../../kernel/context.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { type Cart, maxLines, type RemoveLine, type SetLine } from "../contract.ts";
import { decide, type Intent } from "../rules/intent.ts";
import { refusedLine } from "./refusals.ts";
import { holdLines, priceLoaded, raiseVersion, requireCart, writeLines } from "./write.ts";

/**
 * Sets a line to an exact quantity, or makes it. Asking for more than there is changes nothing.
 * @throws precondition_failed `cart.version_mismatch` {expected, actual}, `current` is the newest cart
 * @throws conflict `cart.out_of_stock` {variantId, requested, available}, `cart.not_active`
 * @throws not_found `cart.not_found`, `cart.variant_not_found`
 * @throws invalid `cart.not_sold_here`, `cart.too_many_lines`
 */
export async function setLine(ctx: ServiceContext, input: SetLine): Promise<Cart> {
  const { variantId, quantity } = input;
  return change(ctx, input, { type: "set", variantId, quantity });
}

/**
 * Removes a line; one that is not there is as good as removed.
 * @throws precondition_failed `cart.version_mismatch`, conflict `cart.not_active`, not_found `cart.not_found`
 */
export async function removeLine(ctx: ServiceContext, input: RemoveLine): Promise<Cart> {
  return change(ctx, input, { type: "remove", variantId: input.variantId });
}

type Precondition = { cartId: string; expectedVersion: number };

async function change(
  ctx: ServiceContext,
  { cartId, expectedVersion }: Precondition,
  intent: Intent,
): Promise<Cart> {
  return inTransaction(ctx, async (tx) => {
    // First, for it is also the lock: what is read behind it is the version that was expected.
    await raiseVersion(tx, cartId, expectedVersion);
    await applyExactly(tx, cartId, intent);
    return priceLoaded(tx, await requireCart(tx, cartId));
  });
}

async function applyExactly(tx: TransactionContext, cartId: string, intent: Intent): Promise<void> {
  const { variantId } = intent;
  const { row, lines, asked } = await requireCart(tx, cartId, [variantId]);
  const variant = asked.at(0);
  const before = variant?.quantity ?? 0;
  const { quantity, outcome } = decide(intent, {
    quantity: before,
    exists: variant !== undefined,
    isSoldHere: variant !== undefined && variant.priceMinor !== null,
    available: variant?.available ?? null,
    hasRoom: lines.length < maxLines,
    region: row.regionId,
  });
  if (outcome.status !== "applied") throw refusedLine(outcome);
  if (!variant) return;
  const held = (await holdLines(tx, cartId, asked, () => quantity)).get(variantId);
  if (held !== undefined && held < quantity && quantity > before) {
    throw refusedLine({
      status: "refused",
      reason: "cart.out_of_stock",
      details: { variantId, requested: quantity, available: held },
    });
  }
  const priceMinor = variant.priceMinor ?? variant.seenPriceMinor ?? 0;
  await writeLines(tx, cartId, [{ variantId, quantity, priceMinor }]);
}
