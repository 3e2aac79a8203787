/**
 * How far this browser is with sending, in IndexedDB: its transactions follow each other for all tabs. What a
 * tab wrote to localStorage, the next one may see later than the lock that it was given.
 */
import { update } from "idb-keyval";
import { randomId } from "#browser/random-id.ts";
import { deviceStorage, tabStorage } from "#browser/storage.ts";
import {
  newSendState,
  withBatch,
  withoutBatch,
  type Batch,
  type SendState,
} from "#features/cart/batches.ts";
import { cartDatabase } from "#features/cart/cart-database.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

/** Of a tab that has no database, from then on: under a name of its own, so that no number is given twice. */
const ownKey = "meridian.cart.sending";
/** Set once the database has worked in this browser. */
const keptKey = "meridian.cart.is-kept";
/** What worked before and fails is tried again so often. */
const mostFailures = 5;
let failures = 0;

function isOver(error: unknown): boolean {
  if ((error as DOMException).name === "QuotaExceededError") return true;
  return deviceStorage.read(keptKey) === null || ++failures > mostFailures;
}

async function change(next: (state: SendState | undefined) => SendState): Promise<void> {
  let state = tabStorage.readJson(ownKey) as SendState | null | undefined;
  if (!state) {
    /** What is kept can be read also where there is no room to write. */
    let kept: SendState | undefined;
    try {
      await update<SendState>("sending", (read) => next((kept = read)), cartDatabase());
      failures = 0;
      deviceStorage.write(keptKey, "1");
      return;
    } catch (error) {
      if (!isOver(error)) throw error;
    }
    // What is under way stays under way, with its name and its numbers.
    state = {
      ...newSendState(randomId()),
      ...(kept && { batch: kept.batch, answered: kept.answered }),
    };
  }
  tabStorage.write(ownKey, JSON.stringify(next(state)));
}

/**
 * The batch to send: under way from now on, until it is settled. Null: all is answered.
 * @param device what the browser is called if it has not sent yet
 */
export async function takeBatch(
  device: string,
  intents: readonly PendingIntent[],
): Promise<Batch | null> {
  let batch: Batch | null = null;
  await change((state) => {
    const next = withBatch(state ?? newSendState(device), intents, Date.now());
    batch = next.batch;
    return next;
  });
  return batch;
}

export function settleBatch(batch: Batch): Promise<void> {
  return change((state) => withoutBatch(state ?? newSendState(batch.device), batch));
}
