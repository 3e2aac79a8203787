import type { Cart, CartLine } from "@meridian/api/cart/contract.ts";
import { mergeDevice, unitsFrom } from "@meridian/api/cart/rules/counter.ts";
import { useState } from "react";

/** Lines that hold something of a guest's cart, and how much of it. */
export function broughtBy(fromCartId: string, lines: readonly CartLine[]) {
  return lines
    .map((line) => ({ line, units: unitsFrom(line.counter, mergeDevice(fromCartId)) }))
    .filter(({ units }) => units > 0);
}

/** The guest's cart that went into the account's just now, in this tab; null: none, or it was answered to. */
export function useMerge(cart: Cart | null) {
  const [seen, setSeen] = useState<{ cartId: string; fromCartId: string | null } | null>(null);
  if (cart && cart.id !== seen?.cartId) {
    const isMerged = seen !== null && broughtBy(seen.cartId, cart.lines).length > 0;
    setSeen({ cartId: cart.id, fromCartId: isMerged ? seen.cartId : null });
  }
  const settle = () => setSeen(seen && { ...seen, fromCartId: null });
  return { fromCartId: seen?.fromCartId ?? null, settle };
}
