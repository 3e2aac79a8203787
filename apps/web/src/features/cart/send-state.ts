/**
 * How far this browser is with sending, in IndexedDB: its transactions follow each other for all tabs. What a
 * tab wrote to localStorage, the next one may see later than the lock that it was given.
 */
import { update } from "idb-keyval";
import {
  newSendState,
  withBatch,
  withoutBatch,
  type Batch,
  type SendState,
} from "#features/cart/batches.ts";
import { cartDatabase } from "#features/cart/cart-database.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

function change(next: (state: SendState | undefined) => SendState): Promise<void> {
  return update<SendState>("sending", next, cartDatabase());
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
