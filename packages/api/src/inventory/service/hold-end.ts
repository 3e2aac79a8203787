import { sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { Held } from "./hold-batch.ts";

/**
 * How long a hold lasts whose owner has not committed yet: no transaction runs longer, and what a
 * process that dies in between leaves is back within these seconds.
 */
export const provisionalSeconds = 15;

/**
 * Makes what was held provisionally last: the owner's own transaction, which commits with the owner.
 * @param seconds counted from when it was held
 * @returns when the holds end
 * @throws conflict `inventory.hold_lost` {variantIds} when the owner took too long
 */
export async function keepHolds(
  tx: TransactionContext,
  held: Held,
  seconds: number,
): Promise<string> {
  const end = Date.parse(held.expiresAt) + (seconds - provisionalSeconds) * 1000;
  const expiresAt = new Date(end).toISOString();
  if (held.holdIds.length === 0) return expiresAt;
  const kept = await statement<{ id: string }>(
    tx.db,
    sql`update hold set expires_at = ${expiresAt}::timestamptz
        where id = any(${sql.param(held.holdIds)}::text[]) and state = 'held'
        returning id`,
  );
  if (new Set(kept.map((row) => row.id)).size < held.holdIds.length)
    throw holdLost([...held.quantities.keys()]);
  return expiresAt;
}

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

export function holdLost(variantIds: readonly string[]): DomainError {
  return new DomainError("conflict", "inventory.hold_lost", {
    message: "The stock is no longer held: the time ran out.",
    details: { variantIds: [...new Set(variantIds)] },
  });
}
