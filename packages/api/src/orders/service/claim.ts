import type { Executor } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";

/**
 * Orders that were placed by a guest with this user's address are the user's, if the address is confirmed: before that
 * anybody may have registered with it. Again changes nothing. @returns how many were claimed
 */
export async function claimOrders(db: Executor, userId: string): Promise<number> {
  const claimed = await statement(
    db,
    sql`update checkout set user_id = owner.id
        from "user" owner join "order" o on lower(o.email) = owner.email
        where owner.id = ${userId} and owner.email_verified
          and checkout.id = o.checkout_id and checkout.user_id is null
        returning checkout.id`,
  );
  return claimed.length;
}
