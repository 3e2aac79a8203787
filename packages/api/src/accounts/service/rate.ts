import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { TellLimit } from "../../kernel/rest.ts";
import { statement } from "../../kernel/statement.ts";

export type Rate = { limit: number; seconds: number };

/**
 * Counts a try under this name, in Postgres, so that all processes count together. For what is rare and must not be
 * guessed (secrets, passwords), never for reads: it is a write each time.
 * @throws rate_limited `auth.too_many_attempts`
 */
export async function limitRate(
  { db, tellLimit }: Pick<ServiceContext, "db"> & { tellLimit?: TellLimit | undefined },
  name: string,
  { limit, seconds }: Rate,
): Promise<void> {
  const [window] = await statement<{ count: number; left: number }>(
    db,
    sql`insert into rate_window as w (key, count, ends_at)
      values (${name}, 1, now() + make_interval(secs => ${seconds}))
      on conflict (key) do update set
        count = case when w.ends_at <= now() then 1 else w.count + 1 end,
        ends_at = case when w.ends_at <= now() then excluded.ends_at else w.ends_at end
      returning count, ceil(extract(epoch from ends_at - now()))::int as left`,
  );
  if (window === undefined) return;
  const remaining = Math.max(0, limit - window.count);
  const [kind = name] = name.split(":", 1);
  tellLimit?.(kind, { requests: limit, seconds }, { remaining, resetSeconds: window.left });
  if (window.count <= limit) return;
  throw new DomainError("rate_limited", "auth.too_many_attempts", {
    message: "There were too many attempts. Wait before the next one.",
    details: { limit, seconds },
    retryAfterSeconds: window.left,
  });
}

/** Windows that are over. @returns how many were deleted */
export async function deleteRateWindows(
  { db }: Pick<ServiceContext, "db">,
  { limit }: { limit: number },
): Promise<number> {
  const deleted = await statement(
    db,
    sql`delete from rate_window where key in (
        select key from rate_window where ends_at < now() - interval '1 hour' limit ${limit}
        for update skip locked)
      returning key`,
  );
  return deleted.length;
}
