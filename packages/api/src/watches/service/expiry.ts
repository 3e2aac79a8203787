import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

/**
 * What nobody confirmed in two days, what was waited for in vain for a year, and addresses that have waited for nothing for so
 * long that no mail with their link is about.
 * @returns how many were deleted, of one kind at most `limit`
 */
export async function deleteStaleWatches(
  { db }: Pick<ServiceContext, "db">,
  { limit }: { limit: number },
): Promise<number> {
  const watches = await statement(
    db,
    sql`delete from watch where id in (
          select id from watch
          where (confirmed_at is null and created_at < now() - interval '2 days')
            or confirmed_at < now() - interval '1 year'
          limit ${limit} for update skip locked)
        returning 1`,
  );
  const addresses = await statement(
    db,
    sql`delete from watch_address where email in (
          select email from watch_address a
          where created_at < now() - interval '90 days' and not exists (select from watch where email = a.email)
          limit ${limit} for update skip locked)
        returning 1`,
  );
  return Math.max(watches.length, addresses.length);
}
