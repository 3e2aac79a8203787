import { checkouts } from "@meridian/db/schema.ts";
import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { claimCartHolds, noteExpiredHolds } from "../../cart/service/expiry.ts";
import { expireHolds } from "../../inventory/service/expiry.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { closeCheckouts } from "./close.ts";

/**
 * Gives back what overdue checkouts (and drops' cart lines) hold. A checkout that is being paid keeps
 * its state: its stock outlives its visible end for a bounded time, and when even that is over the
 * recovery takes the stock again, or pays the money back. Any number of workers may sweep at once.
 * @returns how many owners lost their holds, or ended without having held anything
 */
export async function expireCheckouts(
  ctx: ServiceContext,
  { limit }: { limit: number },
): Promise<number> {
  const { ownerIds } = await expireHolds(ctx, {
    limit,
    claimOwners,
    onExpired: async (tx, expired) => {
      await closeCheckouts(tx, expired, "expired", ["open"]);
      await noteExpiredHolds(tx, expired);
    },
  });
  return ownerIds.length + (await expireWithoutHolds(ctx, limit));
}

/**
 * Carts and checkouts are locked before their holds by whoever writes them; what is locked now is left
 * for the next sweep. Holds whose owner was never committed are what a process left that died starting it.
 */
async function claimOwners(tx: TransactionContext, ownerIds: string[]): Promise<string[]> {
  const cartIds = await claimCartHolds(tx, ownerIds);
  const [locked, ownerless] = await Promise.all([
    tx.db
      .select({ id: checkouts.id })
      .from(checkouts)
      .where(inArray(checkouts.id, ownerIds))
      .orderBy(checkouts.id)
      .for("update", { skipLocked: true }),
    statement<{ id: string }>(
      tx.db,
      sql`select id from unnest(${sql.param(ownerIds)}::text[]) as owner(id)
          where not exists (select from cart where cart.id = owner.id)
            and not exists (select from checkout where checkout.id = owner.id)`,
    ),
  ]);
  return [...cartIds, ...[...locked, ...ownerless].map((row) => row.id)];
}

/** Checkouts of goods that are not counted hold nothing, so no hold of theirs can run out. */
async function expireWithoutHolds(ctx: ServiceContext, limit: number): Promise<number> {
  return await inTransaction(ctx, async (tx) => {
    const overdue = await tx.db
      .select({ id: checkouts.id })
      .from(checkouts)
      .where(
        and(
          eq(checkouts.state, "open"),
          lte(checkouts.expiresAt, sql`clock_timestamp()`),
          sql`not exists (select from hold where owner_id = ${checkouts.id} and hold.state = 'held')`,
        ),
      )
      .orderBy(checkouts.expiresAt)
      .limit(limit)
      .for("update", { skipLocked: true });
    const ids = overdue.map((row) => row.id);
    return await closeCheckouts(tx, ids, "expired", ["open"]);
  });
}
