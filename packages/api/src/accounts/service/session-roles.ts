import type { Executor } from "@meridian/db/client.ts";
import type { Role } from "@meridian/db/scopes.ts";
import { sql } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";

/** The role of each session's user; sessions that are over are not there. */
export async function findSessionRoles(
  db: Executor,
  sessionIds: readonly string[],
): Promise<Map<string, Role>> {
  const rows = await statement<{ id: string; role: Role }>(
    db,
    sql`select session.id, "user".role from session join "user" on "user".id = session.user_id
        where session.id = any(${sql.param([...sessionIds])}::text[]) and session.expires_at > clock_timestamp()`,
  );
  return new Map(rows.map(({ id, role }) => [id, role]));
}
