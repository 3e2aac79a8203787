import { holdBatch } from "../../inventory/service/hold-batch.ts";
import { confirmHolds, type Allocation } from "../../inventory/service/holds.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { LoadedCheckout } from "./rows.ts";

export type Shortage = { variantId: string; requested: number; available: number };

export type TakenStock =
  | { isTaken: true; allocations: Allocation[] }
  | { isTaken: false; shortage: Shortage };

/** An overdue hold that nobody took back is still this checkout's: the levels count it as held. */
const graceSeconds = 24 * 60 * 60;
/** Only as long as this transaction. */
const retakeSeconds = 60;

export type Sale = { loaded: LoadedCheckout; orderId: string };

/** Turns what is held for paid checkouts into sales. Where a hold is gone the stock is taken again, if there is any. */
export async function takeStock(
  tx: TransactionContext,
  sales: readonly Sale[],
): Promise<TakenStock[]> {
  const confirmed = await confirmHolds(tx, sales.map(toConfirm), graceSeconds);
  const taken: TakenStock[] = [];
  for (const [index, sale] of sales.entries()) {
    const allocations = confirmed[index];
    taken.push(
      Array.isArray(allocations)
        ? { isTaken: true, allocations }
        : await takeAgain(tx, sale, allocations),
    );
  }
  return taken;
}

async function takeAgain(
  tx: TransactionContext,
  sale: Sale,
  lost: DomainError | undefined,
): Promise<TakenStock> {
  const { row, lines } = sale.loaded;
  const [held] = await holdBatch(tx, [
    {
      ownerId: row.id,
      ttlSeconds: retakeSeconds,
      requests: lines
        .filter((line) => line.holdId !== null)
        .map(({ variantId, quantity }) => ({ id: newId("hold"), variantId, quantity })),
      replaces: { ownerIds: [row.id] },
    },
  ]);
  if (held instanceof DomainError) {
    if (held.reason !== "inventory.out_of_stock") throw held;
    return { isTaken: false, shortage: held.details as Shortage };
  }
  const [allocations = lost] = await confirmHolds(tx, [toConfirm(sale)]);
  if (!Array.isArray(allocations)) throw allocations ?? new Error("the stock was not taken again");
  return { isTaken: true, allocations };
}

function toConfirm({ loaded, orderId }: Sale) {
  return { ownerId: loaded.row.id, orderId };
}
