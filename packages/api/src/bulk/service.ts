/** Jobs: made by a request, fed with a file, looked at and cancelled. Workers do them: service/run-imports.ts, run-exports.ts. */
import { bulkJobs } from "@meridian/db/schema.ts";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { emit, event } from "../kernel/outbox.ts";
import { inTransaction, type TransactionContext } from "../kernel/transaction.ts";
import type { AddJob, GetJob, Job } from "./contract.ts";
import { jobChanged } from "./events.ts";

export type JobRow = typeof bulkJobs.$inferSelect;
type Kind = Job["kind"];

/** An import waits for its file, an export for a worker. */
export function addJob(ctx: ServiceContext, kind: Kind, { subject, format }: AddJob): Promise<Job> {
  return inTransaction(ctx, async (tx) => {
    const state = kind === "import" ? "awaiting_file" : "queued";
    const [row] = await tx.db
      .insert(bulkJobs)
      .values({ id: newId("job"), kind, subject, format, state })
      .returning();
    if (row === undefined) throw new Error("a job is gone although it was written");
    return await tellOf(tx, row);
  });
}

/** @throws not_found `bulk.job_not_found` {jobId} */
export async function getJob(ctx: ServiceContext, kind: Kind, { jobId }: GetJob): Promise<Job> {
  const [row] = await ctx.db
    .select()
    .from(bulkJobs)
    .where(and(eq(bulkJobs.id, jobId), eq(bulkJobs.kind, kind)));
  if (row === undefined) throw jobNotFound(jobId);
  return toJob(row);
}

/** For watchers; those that do not exist are left out. */
export async function findJobs(ctx: ServiceContext, ids: readonly string[]): Promise<Job[]> {
  const rows = await ctx.db
    .select()
    .from(bulkJobs)
    .where(inArray(bulkJobs.id, [...ids]));
  return rows.map(toJob);
}

/**
 * What was done stays done; the step that is under way is undone.
 * @throws not_found `bulk.job_not_found`; conflict `bulk.wrong_state` {state} when it has ended
 */
export function cancelJob(ctx: ServiceContext, kind: Kind, { jobId }: GetJob): Promise<Job> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(bulkJobs)
      .set({ state: "cancelled", finishedAt: sql`now()`, ...step })
      .where(
        and(
          eq(bulkJobs.id, jobId),
          eq(bulkJobs.kind, kind),
          inArray(bulkJobs.state, ["awaiting_file", "queued", "running"]),
        ),
      )
      .returning();
    if (row !== undefined) return await tellOf(tx, row);
    const { state } = await getJob(tx, kind, { jobId });
    throw wrongState(state, "The job has ended.");
  });
}

/** What every change of a job sets. */
export const step = { version: sql`${bulkJobs.version} + 1`, updatedAt: sql`clock_timestamp()` };

export async function tellOf(tx: TransactionContext, row: JobRow): Promise<Job> {
  const job = toJob(row);
  await emit(tx, [event(jobChanged, job.id, job.version, job)]);
  return job;
}

export function toJob(row: JobRow): Job {
  const { id, kind, subject, format, state, version, fileBytes, doneBytes, failure } = row;
  return {
    id,
    kind,
    subject,
    format,
    state,
    version,
    fileBytes,
    doneBytes,
    rows: {
      read: row.rowsRead,
      changed: row.rowsChanged,
      unchanged: row.rowsUnchanged,
      refused: row.rowsRefused,
    },
    failure,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    finishedAt: row.finishedAt,
  };
}

export function jobNotFound(jobId: string): DomainError {
  return new DomainError("not_found", "bulk.job_not_found", {
    message: "There is no such job.",
    details: { jobId },
  });
}

export function wrongState(state: Job["state"], message: string): DomainError {
  return new DomainError("conflict", "bulk.wrong_state", { message, details: { state } });
}
