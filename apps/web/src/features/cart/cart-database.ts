/** Where the cart's things are in this browser that all tabs share, one transaction after the other. */
import { createStore, type UseStore } from "idb-keyval";

let store: UseStore | undefined;

/** Opened when it is first needed: not while the server renders. */
export function cartDatabase(): UseStore {
  store ??= createStore("meridian.cart", "entries");
  return store;
}
