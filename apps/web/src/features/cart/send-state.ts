/**
 * How far this browser is with sending, in IndexedDB: its transactions follow each other for all tabs. What a
 * tab wrote to localStorage, the next one may see later than the lock that it was given.
 */
import { update } from "idb-keyval";
import { randomId } from "#browser/random-id.ts";
import { tabStorage } from "#browser/storage.ts";
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
/** Whether the database has worked in this page. */
let isKept = false;

async function change(next: (state: SendState | undefined) => SendState): Promise<void> {
  const own = tabStorage.readJson(ownKey) as SendState | null | undefined;
  try {
    if (!own) {
      await update<SendState>("sending", next, cartDatabase());
      isKept = true;
      return;
    }
  } catch (error) {
    // What worked before fails for a moment, unless there is no room any more.
    if (isKept && (error as DOMException).name !== "QuotaExceededError") throw error;
  }
  tabStorage.write(ownKey, JSON.stringify(next(own ?? newSendState(randomId()))));
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
