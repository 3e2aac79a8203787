/** The library's work as a part of a transaction of ours: what it writes, its mails and our answer commit together. */
import { getCurrentAdapter, runWithTransaction } from "@better-auth/core/context";
import type { Executor } from "@meridian/db/client.ts";

type Adapter = Parameters<typeof runWithTransaction>[0];

const executors = new WeakMap<object, Executor>();
const nowhere = {} as Adapter;

/** What the library asks of its tables meanwhile it asks of `adapter`, which is its own on that transaction. */
export async function runIn<T>(tx: Executor, adapter: Adapter, work: () => Promise<T>): Promise<T> {
  executors.set(adapter, tx);
  return await runWithTransaction({ ...adapter, transaction: (run) => run(adapter) }, work);
}

/** Where the library writes at this moment, for its callbacks, which are not told; undefined outside of a transaction of ours. */
export async function findTransaction(): Promise<Executor | undefined> {
  return executors.get(await getCurrentAdapter(nowhere));
}
