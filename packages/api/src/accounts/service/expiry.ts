import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

const tables = ["session", "verification", "oauth_refresh_token", "oauth_client_assertion"];

/** Sessions, links, codes and refresh tokens that are over. @returns how many were deleted, of one kind at most `limit` */
export async function deleteExpiredSignIns(
  { db }: Pick<ServiceContext, "db">,
  { limit }: { limit: number },
): Promise<number> {
  let most = 0;
  for (const table of tables.map((name) => sql.identifier(name))) {
    const deleted = await statement(
      db,
      sql`delete from ${table} where id in (
          select id from ${table} where expires_at < now() limit ${limit} for update skip locked)
        returning id`,
    );
    most = Math.max(most, deleted.length);
  }
  return most;
}
