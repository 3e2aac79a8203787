import { confirmHolds, holdStock, type Allocation } from "../../inventory/service/holds.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { inSavepoint, type TransactionContext } from "../../kernel/transaction.ts";
import type { LoadedCheckout } from "./rows.ts";

export type Shortage = { variantId: string; requested: number; available: number };

export type TakenStock =
  | { isTaken: true; allocations: Allocation[] }
  | { isTaken: false; shortage: Shortage };

/** An overdue hold that nobody took back is still this checkout's: the levels count it as held. */
const graceSeconds = 24 * 60 * 60;
/** Only as long as this transaction. */
const retakeSeconds = 60;

/** Turns what is held for a paid checkout into a sale. Where the hold is gone the stock is taken again, if there is any. */
export async function takeStock(
  tx: TransactionContext,
  loaded: LoadedCheckout,
  orderId: string,
): Promise<TakenStock> {
  const ownerId = loaded.row.id;
  try {
    const { allocations } = await inSavepoint(tx, (sp) =>
      confirmHolds(sp, { ownerId, orderId, graceSeconds }),
    );
    return { isTaken: true, allocations };
  } catch (error) {
    if (!hasReason(error, "inventory.hold_lost")) throw error;
  }
  try {
    return await inSavepoint(tx, (sp) => takeAgain(sp, loaded, orderId));
  } catch (error) {
    if (!hasReason(error, "inventory.out_of_stock")) throw error;
    return { isTaken: false, shortage: error.details as Shortage };
  }
}

async function takeAgain(
  tx: TransactionContext,
  { row, lines }: LoadedCheckout,
  orderId: string,
): Promise<TakenStock> {
  await holdStock(tx, {
    ownerId: row.id,
    ttlSeconds: retakeSeconds,
    requests: lines
      .filter((line) => line.holdId !== null)
      .map(({ variantId, quantity }) => ({ id: newId("hold"), variantId, quantity })),
    replaces: { ownerIds: [row.id] },
  });
  const { allocations } = await confirmHolds(tx, { ownerId: row.id, orderId });
  return { isTaken: true, allocations };
}

function hasReason(error: unknown, reason: string): error is DomainError {
  return error instanceof DomainError && error.reason === reason;
}
