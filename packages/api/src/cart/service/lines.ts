/** The exact door: the caller says which version it saw, and gets all that it asked for or a refusal. */
import type { ServiceContext } from "../../kernel/context.ts";
import type { Cart, RemoveLine, SetLine } from "../contract.ts";
import type { Intent } from "../rules/intent.ts";
import { changeCart } from "./change.ts";

/** Integrators are one device: what they set is measured against all that is there. */
const device = "exact";

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

async function change(
  ctx: ServiceContext,
  { cartId, expectedVersion }: { cartId: string; expectedVersion: number },
  intent: Intent,
): Promise<Cart> {
  const operations = [{ ...intent, seq: 0 }];
  const { cart } = await changeCart(ctx, { cartId, device, operations, expectedVersion });
  return cart;
}
