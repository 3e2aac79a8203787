import { sql } from "drizzle-orm";
import { getAvailability } from "../../inventory/service.ts";
import { newId } from "../../kernel/ids.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { watchStarted } from "../events.ts";
import { inStock, tooMany } from "./refusals.ts";

/** Of one address. Who adds at the same moment may go over it by that much. */
const most = { confirmed: 50, unconfirmed: 10 };

export type NewWatch = {
  variantId: string;
  email: string;
  language: string;
  region: string;
  isConfirmed: boolean;
};

/**
 * One per variant and address; what there is already stays as it is, and is confirmed where the address is known to be its
 * asker's. Stock that comes at this moment is not missed: what tells that it has begun is in the log behind its commit.
 * @throws not_found `inventory.variant_not_found` {variantId}
 * @throws conflict `watches.in_stock` {variantId}, `watches.too_many` {max}
 */
export async function addWatch(tx: TransactionContext, input: NewWatch): Promise<{ id: string }> {
  const { variantId, email, language, region, isConfirmed } = input;
  const { available } = await getAvailability(tx, { variantId });
  if (available !== 0) throw inStock(variantId);
  await requireFew(tx, email, variantId);
  const now = tx.clock.now().toISOString();
  await statement(
    tx.db,
    sql`insert into watch_address (email, token, created_at) values (${email}, ${newToken()}, ${now}::timestamptz)
        on conflict (email) do nothing`,
  );
  const confirmedAt = isConfirmed ? now : null;
  const [row] = await statement<{ id: string; hasStarted: boolean }>(
    tx.db,
    sql`with before as (select confirmed_at from watch where variant_id = ${variantId} and email = ${email})
        insert into watch (id, variant_id, email, token, language, region_id, confirmed_at, created_at)
        values (${newId("wat")}, ${variantId}, ${email}, ${newToken()}, ${language}, ${region},
          ${confirmedAt}::timestamptz, ${now}::timestamptz)
        on conflict (variant_id, email) do update
          set confirmed_at = coalesce(watch.confirmed_at, excluded.confirmed_at)
        returning id, confirmed_at is not null
          and not exists (select from before where confirmed_at is not null) as "hasStarted"`,
  );
  if (row === undefined) throw new Error("an upsert has no row");
  if (row.hasStarted)
    await emit(tx, [event(watchStarted, row.id, 1, { watchId: row.id, variantId })]);
  return row;
}

async function requireFew(tx: TransactionContext, email: string, variantId: string): Promise<void> {
  const [count] = await statement<{ confirmed: number; unconfirmed: number }>(
    tx.db,
    sql`select count(confirmed_at)::int as confirmed,
          (count(*) filter (where confirmed_at is null))::int as unconfirmed
        from watch where email = ${email} and variant_id <> ${variantId}`,
  );
  if ((count?.confirmed ?? 0) >= most.confirmed) throw tooMany(most.confirmed);
  if ((count?.unconfirmed ?? 0) >= most.unconfirmed) throw tooMany(most.unconfirmed);
}

/** 192 random bits: who has it may confirm and end. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Buffer.from(bytes).toString("base64url");
}
