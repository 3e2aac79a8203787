import { sql } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { StockChange } from "./ledger.ts";

/** The part of a hold that one location serves. */
export type HeldRow = {
  id: string;
  ownerId: string;
  variantId: string;
  locationId: string;
  quantity: number;
};

/** Locks the open holds of these owners, in the order that every writer of holds keeps. */
export async function lockHolds(
  tx: TransactionContext,
  ownerIds: readonly string[],
): Promise<HeldRow[]> {
  return statement<HeldRow>(
    tx.db,
    sql`select id, owner_id as "ownerId", variant_id as "variantId", location_id as "locationId",
          quantity
        from hold
        where owner_id = any(${sql.param(ownerIds)}::text[]) and state = 'held'
        order by id, location_id
        for update`,
  );
}

/** Moves holds that the caller has locked while they were held. */
export async function closeHolds(
  tx: TransactionContext,
  holds: readonly HeldRow[],
  state: "confirmed" | "released" | "expired",
): Promise<void> {
  if (holds.length === 0) return;
  await statement(
    tx.db,
    sql`update hold set state = ${state}
        from unnest(${sql.param(holds.map((hold) => hold.id))}::text[],
                    ${sql.param(holds.map((hold) => hold.locationId))}::text[]) as closing(id, location_id)
        where hold.id = closing.id and hold.location_id = closing.location_id
          and hold.state = 'held'`,
  );
}

/** What the end of a hold does to its level. */
export function givenBack({ variantId, locationId, quantity }: HeldRow): StockChange {
  return { variantId, locationId, held: -quantity };
}
