import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { closeHolds, givenBack, type HeldRow } from "./hold-rows.ts";
import { changeStock, lockLevels } from "./ledger.ts";

export type ExpireHolds = {
  /** Owners in one sweep. */
  limit: number;
  /**
   * Locks what owns the holds, in the order that its own writes lock it, and returns the owners whose
   * holds may end now. Without it an owner's write that waits for these holds can meet a deadlock,
   * which is retried, but costs a second.
   */
  claimOwners?: (tx: TransactionContext, ownerIds: string[]) => Promise<string[]>;
  /** Marks the owners, in the transaction that gives their stock back. */
  onExpired?: (tx: TransactionContext, ownerIds: string[]) => Promise<void>;
};

/**
 * Gives back what overdue holds had taken. Any number of workers may sweep at once: a row that
 * another one has is skipped.
 * @returns the owners whose holds ended, oldest first; empty when there was nothing to do
 */
export async function expireHolds(
  ctx: ServiceContext,
  input: ExpireHolds,
): Promise<{ ownerIds: string[] }> {
  const overdue = await findOverdueOwners(ctx, input.limit);
  if (overdue.length === 0) return { ownerIds: [] };
  return inTransaction(ctx, async (tx) => {
    const claimed = input.claimOwners ? await input.claimOwners(tx, overdue) : overdue;
    const holds = await lockOverdue(tx, claimed);
    if (holds.length === 0) return { ownerIds: [] };
    const levels = await lockLevels(
      tx,
      holds.map((hold) => hold.variantId),
    );
    await Promise.all([
      closeHolds(tx, holds, "expired"),
      changeStock(tx, levels, holds.map(givenBack)),
    ]);
    const ended = new Set(holds.map((hold) => hold.ownerId));
    const ownerIds = overdue.filter((ownerId) => ended.has(ownerId));
    await input.onExpired?.(tx, ownerIds);
    return { ownerIds };
  });
}

async function findOverdueOwners(ctx: ServiceContext, limit: number): Promise<string[]> {
  const rows = await statement<{ ownerId: string }>(
    ctx.db,
    sql`select owner_id as "ownerId" from hold
        where state = 'held' and expires_at <= clock_timestamp()
        group by owner_id order by min(expires_at) limit ${limit}`,
  );
  return rows.map((row) => row.ownerId);
}

async function lockOverdue(tx: TransactionContext, ownerIds: string[]): Promise<HeldRow[]> {
  if (ownerIds.length === 0) return [];
  return statement<HeldRow>(
    tx.db,
    sql`select id, variant_id as "variantId", location_id as "locationId", quantity,
          owner_id as "ownerId"
        from hold
        where owner_id = any(${sql.param(ownerIds)}::text[])
          and state = 'held' and expires_at <= clock_timestamp()
        order by id, location_id
        for update skip locked`,
  );
}
