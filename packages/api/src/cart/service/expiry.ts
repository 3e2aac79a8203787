/** Carts as time goes by: drops whose hold has ended, and carts that nobody came back to. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { cartChanged } from "../events.ts";

/** Locks those of the owners that are carts, skipping what is being written: `claimOwners` of {@link expireHolds}. */
export async function claimCartHolds(
  tx: TransactionContext,
  ownerIds: readonly string[],
): Promise<string[]> {
  const rows = await statement<{ id: string }>(
    tx.db,
    sql`select id from cart where id = any(${sql.param([...ownerIds])}::text[])
        order by id for update skip locked`,
  );
  return rows.map((row) => row.id);
}

/** The lines stay and say that they hold nothing any more: `onExpired` of {@link expireHolds}. */
export async function noteExpiredHolds(
  tx: TransactionContext,
  ownerIds: readonly string[],
): Promise<void> {
  const rows = await statement<{ id: string; version: number }>(
    tx.db,
    sql`update cart set version = version + 1
        where id = any(${sql.param([...ownerIds])}::text[]) and state = 'active'
        returning id, version`,
  );
  await emit(
    tx,
    rows.map(({ id, version }) => event(cartChanged, id, version, { cartId: id })),
  );
}

/**
 * Deletes carts that ended before now. One that a checkout points to stays: it is part of an order's story.
 * Safe from several workers at once. Returns how many went.
 */
export async function deleteStaleCarts(
  ctx: ServiceContext,
  input: { limit: number },
): Promise<number> {
  const rows = await statement(
    ctx.db,
    sql`delete from cart where id in (
          select id from cart
          where state in ('active', 'merged') and expires_at <= ${ctx.clock.now().toISOString()}::timestamptz
            and not exists (select from checkout where checkout.cart_id = cart.id)
            -- What it still holds is given back first, by the sweep of holds.
            and not exists (select from hold where hold.owner_id = cart.id and hold.state = 'held')
          order by expires_at limit ${input.limit}
          for update skip locked)
        returning id`,
  );
  return rows.length;
}
