import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

/** What was planned, skipped or never answered is forgotten after a year. @returns how many went, at most `limit` */
export async function deleteStaleSurveys(
  { db, clock }: Pick<ServiceContext, "db" | "clock">,
  { limit }: { limit: number },
): Promise<number> {
  const gone = await statement(
    db,
    sql`delete from survey where id in (
          select id from survey
          where state <> 'answered' and created_at < ${clock.now().toISOString()}::timestamptz - interval '1 year'
          limit ${limit} for update skip locked)
        returning 1`,
  );
  return gone.length;
}
