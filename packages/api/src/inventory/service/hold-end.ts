import { sql } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";

/**
 * Keeps an owner's open holds for at least this long from now: a payment that is under way must not
 * lose its stock to the sweeper. Never shortens. Returns how many holds are open: fewer than the
 * owner made when some have ended.
 */
export async function extendHolds(
  tx: TransactionContext,
  input: { ownerId: string; seconds: number },
): Promise<number> {
  const rows = await statement<{ id: string }>(
    tx.db,
    sql`update hold set expires_at = greatest(expires_at,
          clock_timestamp() + make_interval(secs => ${input.seconds}::float8))
        where owner_id = ${input.ownerId} and state = 'held'
        returning id`,
  );
  return new Set(rows.map((row) => row.id)).size;
}

/** Sets when an owner's open holds end, sooner or later than before. */
export async function endHoldsAt(
  tx: TransactionContext,
  input: { ownerId: string; expiresAt: string },
): Promise<void> {
  await statement(
    tx.db,
    sql`update hold set expires_at = ${input.expiresAt}::timestamptz
        where owner_id = ${input.ownerId} and state = 'held'`,
  );
}
