/** Who works on a job: one worker at a time, until its lease runs out; whoever lost it writes nothing more. */
import { bulkJobs } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Job } from "../contract.ts";
import { step, tellOf, type JobRow } from "../service.ts";

/** Much longer than a step takes; a killed worker's job goes on after it. */
const leaseSeconds = 15;
/** Then it is the job's fault, and no other worker tries. */
const maxAttempts = 5;

const now = sql`clock_timestamp()`;
const leaseEnd = sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`;

/** Thrown inside a step: the job was cancelled, or another worker has it. The step is undone. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

/**
 * The open job that has waited longest, for this worker alone; undefined: there is none. One that was tried too often is
 * given up here, so that it also is when whoever tried it died.
 */
export async function claimJob(
  ctx: ServiceContext,
  kind: Job["kind"],
): Promise<JobRow | undefined> {
  for (;;) {
    const job = await claimOldest(ctx, kind);
    if (job === undefined || job.attempts <= maxAttempts) return job;
    const failure = "A defect on our side kept it from going on; it has been logged.";
    await inTransaction(ctx, (tx) => finishJob(tx, job, { state: "failed", failure }));
  }
}

async function claimOldest(ctx: ServiceContext, kind: Job["kind"]): Promise<JobRow | undefined> {
  return await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(bulkJobs)
      .set({ state: "running", lockedUntil: leaseEnd, attempts: sql`${bulkJobs.attempts} + 1` })
      .where(
        eq(
          bulkJobs.id,
          sql`(select id from bulk_job
                where kind = ${kind} and state in ('queued', 'running')
                  and (locked_until is null or locked_until <= ${now})
                order by updated_at limit 1 for update skip locked)`,
        ),
      )
      .returning();
    return row;
  });
}

/** What a step did, written with it. @throws LeaseLost */
export async function moveJob(
  tx: TransactionContext,
  job: JobRow,
  change: Partial<Omit<JobRow, "version" | "updatedAt">>,
): Promise<JobRow> {
  const [row] = await tx.db
    .update(bulkJobs)
    .set({ ...change, ...step, lockedUntil: leaseEnd })
    .where(isHeld(job))
    .returning();
  if (row === undefined) throw new LeaseLost(`job ${job.id} is not ours any more`);
  await tellOf(tx, row);
  return row;
}

export async function finishJob(
  tx: TransactionContext,
  job: JobRow,
  change: Partial<JobRow> & { state: "done" | "failed" },
): Promise<void> {
  await moveJob(tx, job, { ...change, finishedAt: tx.clock.now().toISOString() });
}

/** Gives it to whoever asks next. */
export async function releaseJob(ctx: ServiceContext, job: JobRow): Promise<void> {
  await ctx.db.update(bulkJobs).set({ lockedUntil: now }).where(isHeld(job));
}

/** The try counts no more: what it needs was out of reach, which is no fault of the job's. */
export async function excuseJob(ctx: ServiceContext, { id, attempts }: JobRow): Promise<void> {
  await ctx.db
    .update(bulkJobs)
    .set({ attempts: attempts - 1 })
    .where(and(eq(bulkJobs.id, id), eq(bulkJobs.attempts, attempts)));
}

function isHeld({ id, lockedUntil }: JobRow) {
  return and(
    eq(bulkJobs.id, id),
    eq(bulkJobs.state, "running"),
    eq(bulkJobs.lockedUntil, lockedUntil ?? ""),
  );
}
