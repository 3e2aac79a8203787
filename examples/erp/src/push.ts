import type { Meridian, components } from "@meridian/sdk";
import { setTimeout as delay } from "node:timers/promises";
import type { Batch, Books, Outcome } from "./books.ts";
import { readLevels } from "./pull.ts";

const batchSize = 1_000;
const idleMs = 100;
/** The shop knows a key for a day. */
const keyKeptMs = 23 * 3_600_000;

/** Sends what was done in the warehouse, for as long as the process lives. */
export async function pushForever(shop: Meridian, books: Books, locationId: string) {
  for (;;) {
    const short = books.short();
    if (short.length > 0) books.setShortAside(await readLevels(shop, short, locationId));
    const batch = books.batch(batchSize);
    if (batch === null) await delay(idleMs);
    else await send(shop, books, locationId, batch);
  }
}

/**
 * Killed before the answer is saved, the ERP sends the same under the same key, and gets the first answer. An item is set
 * only when the level is still what it was worked out from; otherwise it is worked out anew from what is there.
 */
async function send(shop: Meridian, books: Books, locationId: string, batch: Batch) {
  const items = batch.items.map(({ variantId, onHand, version }) => ({
    variantId,
    locationId,
    onHand,
    expectedVersion: version,
  }));
  const { results } = await shop.inventory.setLevels({ items }, { idempotencyKey: batch.key });
  const isLate = Date.now() - Date.parse(batch.madeAt) > keyKeptMs;
  const outcomes = results.map((result) => outcomeOf(result, isLate));
  const changed = batch.items.filter((_, index) => outcomes[index] === "again");
  const variantIds = changed.map(({ variantId }) => variantId);
  books.settle(outcomes, await readLevels(shop, variantIds, locationId));
}

function outcomeOf(
  { version, problem }: components["schemas"]["BatchResult"],
  isLate: boolean,
): Outcome {
  if (problem === null) return { version: version ?? 0 };
  if (problem.reason !== "inventory.version_mismatch") return { refusal: problem.reason };
  // Changed by this very batch, perhaps: nobody knows any more.
  return isLate ? { refusal: "sent a day ago, and never answered" } : "again";
}
