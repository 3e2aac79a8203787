/** The server's cart as it was last heard, for when the API can't be reached. */
import type { Cart } from "@meridian/api/cart/contract.ts";
import { clear, get, set } from "idb-keyval";
import { cartDatabase } from "#features/cart/cart-database.ts";
import { cartStorage } from "#features/cart/cart-storage.ts";
import { noteSeenBag } from "#features/cart/seen-bag.ts";

const key = "cart";

/** What it said of stock is left out: that was true when it was kept. */
function withoutStock(cart: Cart): Cart {
  const lines = cart.lines.map((line) => ({
    ...line,
    available: null,
    notices: line.notices.filter(({ type }) => type !== "out_of_stock"),
  }));
  return { ...cart, lines };
}

/** Undefined: nothing was heard here yet. */
export function readKeptCart(): Promise<Cart | null | undefined> {
  return get<Cart | null>(key, cartDatabase());
}

export function keepCart(cart: Cart | null): Promise<void> {
  return set(key, cart && withoutStock(cart), cartDatabase());
}

/** For who leaves: nothing of their bag stays on the device, sent or not. */
export function forgetCart(): Promise<void> {
  noteSeenBag(0);
  cartStorage.removeIntents(cartStorage.readIntents());
  return clear(cartDatabase());
}
