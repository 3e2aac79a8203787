import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

/** A year after it was asked, or planned and not asked, what nobody answered is forgotten. @returns how many went, at most `limit` */
export async function deleteStaleSurveys(
  { db, clock }: Pick<ServiceContext, "db" | "clock">,
  { limit }: { limit: number },
): Promise<number> {
  const yearAgo = sql`${clock.now().toISOString()}::timestamptz - interval '1 year'`;
  const gone = await statement(
    db,
    sql`delete from survey where id in (
          select id from survey
          -- The first comparison is the index's.
          where state <> 'answered' and created_at < ${yearAgo}
            and coalesce(asked_at, created_at) < ${yearAgo}
          limit ${limit} for update skip locked)
        returning 1`,
  );
  return gone.length;
}
