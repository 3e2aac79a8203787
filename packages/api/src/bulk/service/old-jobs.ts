/** What jobs leave behind goes after a while: some megabytes at once, because a file may have a gigabyte. */
import { bulkJobs } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import type { RootContext } from "../../kernel/context.ts";

const piecesAtOnce = 64;
const refusalsAtOnce = 10_000;

/** Jobs that ended long ago, and files that were never whole. Returns how many went. */
export async function deleteOldJobs(
  ctx: RootContext,
  { days, limit }: { days: number; limit: number },
): Promise<number> {
  for (let count = 0; count < limit; count++) {
    const jobId = await claimOld(ctx, days);
    if (jobId === undefined) return count;
    await emptyJob(ctx, jobId);
    await ctx.db.delete(bulkJobs).where(eq(bulkJobs.id, jobId));
  }
  return limit;
}

/** A file that is still waited for is waited for no longer: nothing is added to what is being deleted. */
async function claimOld({ db }: RootContext, days: number): Promise<string | undefined> {
  const [job] = await db
    .update(bulkJobs)
    .set({ state: sql`case state when 'awaiting_file' then 'cancelled' else state end` })
    .where(
      sql`id = (select id from bulk_job
            where state not in ('queued', 'running')
              and updated_at < clock_timestamp() - make_interval(days => ${days})
            order by updated_at limit 1 for update skip locked)`,
    )
    .returning({ id: bulkJobs.id });
  return job?.id;
}

async function emptyJob({ db }: RootContext, jobId: string): Promise<void> {
  const { $client: sql } = db;
  for (let count = piecesAtOnce; count === piecesAtOnce;)
    ({ count } = await sql`
      delete from bulk_chunk where job_id = ${jobId} and start in (
        select start from bulk_chunk where job_id = ${jobId} order by start limit ${piecesAtOnce})`);
  for (let count = refusalsAtOnce; count === refusalsAtOnce;)
    ({ count } = await sql`
      delete from bulk_refusal where job_id = ${jobId} and (line, place) in (
        select line, place from bulk_refusal where job_id = ${jobId}
        order by line, place limit ${refusalsAtOnce})`);
}
