import { check, type Check } from "../check.ts";
import type { Client } from "../client.ts";
import type { Journal, Quantities } from "../journal.ts";
import type { Shop } from "../shop.ts";

/** Every acknowledged unit is in its cart or in an order of it, and nothing else is. */
export async function reconcileCarts(
  { db }: Shop,
  journal: Journal,
  client: Client,
): Promise<Check[]> {
  const ordered = new Map<string, Quantities>();
  const rows = await db.$client<{ cartId: string; variantId: string; quantity: number }[]>`
    select checkout.cart_id as "cartId", line.variant_id as "variantId",
           sum(line.quantity)::int as quantity
    from order_line line
    join "order" on "order".id = line.order_id
    join checkout on checkout.id = "order".checkout_id
    group by 1, 2`;
  for (const { cartId, variantId, quantity } of rows) {
    const quantities = ordered.get(cartId) ?? new Map<string, number>();
    ordered.set(cartId, quantities.set(variantId, quantity));
  }
  const missing: string[] = [];
  const tooMany: string[] = [];
  for (const [cartId, { acknowledged }] of journal.carts) {
    const { status, body: cart } = await client.ask({
      method: "GET",
      path: `/api/v1/carts/${cartId}`,
    });
    if (status !== 200) {
      missing.push(`${cartId} is gone`);
      continue;
    }
    const actual = new Map(ordered.get(cartId));
    const lines = cart.state === "active" ? cart.lines : [];
    for (const { variantId, quantity } of lines)
      actual.set(variantId, (actual.get(variantId) ?? 0) + quantity);
    for (const variantId of new Set([...acknowledged.keys(), ...actual.keys()])) {
      const [told, is] = [acknowledged.get(variantId) ?? 0, actual.get(variantId) ?? 0];
      const words = `${cartId}: ${is} of ${variantId}, ${told} were acknowledged`;
      if (is < told) missing.push(words);
      if (is > told) tooMany.push(words);
    }
  }
  return [
    check("every acknowledged cart line is in its cart, or in its order", "lost", missing),
    check("nothing is in a cart that nobody put there, or that was taken out", "other", tooMany),
  ];
}
