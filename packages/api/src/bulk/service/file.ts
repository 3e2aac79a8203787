/** The file of a job, in pieces: as it arrives, as it is written, and as it is read. Never whole in memory. */
import { randomUUID } from "node:crypto";
import type { Database } from "@meridian/db/client.ts";
import { bulkJobs } from "@meridian/db/schema.ts";
import { and, eq, sql } from "drizzle-orm";
import type { RootContext, ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { Job } from "../contract.ts";
import { getJob, step, tellOf, wrongState } from "../service.ts";

const pieceBytes = 256 * 1024;

/**
 * Takes a part of an import's file, from `offset` on; 0 begins anew. What has arrived is kept, also when the caller is cut
 * off: it goes on behind `fileBytes`. With the last part the job is queued. Who begins a part is the file's sender from
 * then on, and whoever was it before adds nothing more: two files never become one.
 * @throws conflict `bulk.wrong_state` {state}, `bulk.wrong_offset` {fileBytes}, `bulk.other_sender`
 * @throws not_found `bulk.job_not_found`
 */
export async function receiveFile(
  ctx: RootContext,
  part: { jobId: string; offset: number; isLast: boolean },
  source: AsyncIterable<Buffer>,
): Promise<Job> {
  const { jobId, isLast } = part;
  const sender = randomUUID();
  await beginPart(ctx, { ...part, sender });
  let at = part.offset;
  for await (const piece of pieces(source)) {
    await append(ctx, { jobId, sender, at }, piece);
    at += piece.length;
  }
  return await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(bulkJobs)
      .set({ ...(isLast && { state: "queued" as const }), ...step })
      .where(and(isAwaiting(jobId), eq(bulkJobs.sender, sender)))
      .returning();
    if (row === undefined) throw await explain(tx, jobId, sender);
    return await tellOf(tx, row);
  });
}

/** Of about one size, whatever the network makes of it. */
export async function* pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const bytes of source) {
    waiting.push(bytes);
    size += bytes.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

type Begun = { jobId: string; offset: number; sender: string };

async function beginPart(ctx: RootContext, { jobId, offset, sender }: Begun): Promise<void> {
  const isAnew = offset === 0;
  await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(bulkJobs)
      .set({ sender, ...(isAnew && { fileBytes: 0 }) })
      .where(and(isAwaiting(jobId), isAnew ? undefined : eq(bulkJobs.fileBytes, offset)))
      .returning();
    if (row === undefined) throw await explain(tx, jobId);
    if (isAnew) await tx.db.execute(sql`delete from bulk_chunk where job_id = ${jobId}`);
  });
}

type Place = { jobId: string; sender: string; at: number };

async function append(
  ctx: RootContext,
  { jobId, sender, at }: Place,
  piece: Buffer,
): Promise<void> {
  const [row] = await ctx.db.$client`
    with moved as (
      update bulk_job set file_bytes = file_bytes + ${piece.length}, updated_at = clock_timestamp()
       where id = ${jobId} and state = 'awaiting_file' and sender = ${sender} returning id)
    insert into bulk_chunk (job_id, start, bytes) select id, ${at}, ${piece} from moved
    returning start`;
  if (row === undefined) throw await explain(ctx, jobId, sender);
}

function isAwaiting(jobId: string) {
  return and(eq(bulkJobs.id, jobId), eq(bulkJobs.state, "awaiting_file"));
}

/** Why a part could not begin, or its sender could not go on. */
async function explain(ctx: ServiceContext, jobId: string, sender?: string): Promise<DomainError> {
  const { state, fileBytes } = await getJob(ctx, "import", { jobId });
  if (state !== "awaiting_file") return wrongState(state, "The job has its file already.");
  if (sender !== undefined) {
    return new DomainError("conflict", "bulk.other_sender", {
      message: "Another request began to send this file. What came of this one is not in it.",
      details: {},
    });
  }
  return new DomainError("conflict", "bulk.wrong_offset", {
    message: `${fileBytes} bytes have arrived: go on behind them, or begin anew with 0.`,
    details: { fileBytes },
  });
}

/** The bytes from `from` up to (not with) `to`, piece by piece. */
export async function* readFile(
  db: Database,
  jobId: string,
  from: number,
  to = Infinity,
): AsyncGenerator<Buffer> {
  let at = from;
  while (at < to) {
    const [piece] = await db.$client<{ start: number; bytes: Buffer }[]>`
      select start::float8 as start, bytes from bulk_chunk
       where job_id = ${jobId} and start <= ${at} order by start desc limit 1`;
    const bytes = piece?.bytes.subarray(at - piece.start, to - piece.start);
    if (bytes === undefined || bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
}

/**
 * The finished file of an export.
 * @throws not_found `bulk.job_not_found`; conflict `bulk.wrong_state` {state} while it is being written
 */
export async function getExportFile(
  ctx: RootContext,
  jobId: string,
): Promise<{ job: Job; read(from: number, to: number): AsyncIterable<Buffer> }> {
  const job = await getJob(ctx, "export", { jobId });
  if (job.state !== "done") throw wrongState(job.state, "The export is not done.");
  return { job, read: (from, to) => readFile(ctx.db, jobId, from, to) };
}
