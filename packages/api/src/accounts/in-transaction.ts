/** The library's work as a part of a transaction of ours: what it writes, its mails and our answer commit together. */
import { AsyncLocalStorage } from "node:async_hooks";
import { runWithTransaction } from "@better-auth/core/context";
import type { Executor } from "@meridian/db/client.ts";
import type { Language } from "../kernel/language.ts";

type Adapter = Parameters<typeof runWithTransaction>[0];

/** The language is of the page that somebody asked from; undefined: they did not say. */
type Place = { tx: Executor; language?: Language | undefined };

const places = new AsyncLocalStorage<Place>();

/** What the library asks of its tables meanwhile it asks of `adapter`, which is its own on that transaction. */
export async function runIn<T>(place: Place, adapter: Adapter, work: () => Promise<T>): Promise<T> {
  const inside = { ...adapter, transaction: (run: (own: Adapter) => Promise<T>) => run(adapter) };
  return await places.run(place, () => runWithTransaction(inside as Adapter, work));
}

/** Where the library writes at this moment, for its callbacks, which are not told; undefined outside of a transaction of ours. */
export function findTransaction(): Executor | undefined {
  return places.getStore()?.tx;
}

/** Which language mails are asked for in at this moment; undefined where nobody said. */
export function findLanguage(): Language | undefined {
  return places.getStore()?.language;
}
