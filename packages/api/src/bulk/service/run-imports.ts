/**
 * Doing imports, step by step: a step's rows, what they came to and the place behind them commit together. So a worker may
 * be killed anywhere, and whoever goes on does no row twice and leaves none out.
 */
import { bulkRefusals, type ImportPlace } from "@meridian/db/schema.ts";
import { listRegions } from "../../catalog/service/regions.ts";
import type { RootContext } from "../../kernel/context.ts";
import { refusalOf } from "../../kernel/refusal.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { JobRow } from "../service.ts";
import { works, type Outcome, type Work } from "./apply.ts";
import { readFile } from "./file.ts";
import { productsOfLines } from "./product-lines.ts";
import { claimJob, excuseJob, finishJob, LeaseLost, moveJob, releaseJob } from "./lease.ts";
import { begin, readRecords, UnreadableFileError, type FileRecord } from "./records.ts";
import { readRow } from "./rows.ts";

/** Then another job has its turn, and a worker that is to stop does. */
const turnMs = 2_000;

/** Works on the import that has waited longest, for a while. Returns how many steps it did. */
export async function runImports(ctx: RootContext): Promise<number> {
  const job = await claimJob(ctx, "import");
  if (job === undefined) return 0;
  try {
    return await takeTurn(ctx, job);
  } catch (error) {
    if (error instanceof LeaseLost) return 0;
    // Where not even that can be written, the try counts.
    if (refusalOf(error)?.kind === "unavailable") await excuseJob(ctx, job).catch(() => {});
    throw error;
  }
}

async function takeTurn(ctx: RootContext, claimed: JobRow): Promise<number> {
  const place = claimed.place ?? begin;
  const source = readFile(ctx.db, claimed.id, place.byte);
  const records = await recordsOf(ctx, claimed, place, source);
  const until = performance.now() + turnMs;
  const { stepRows } = works[claimed.subject];
  let job = claimed;
  let steps = 0;
  try {
    while (performance.now() < until) {
      const { batch, end } = await take(records, stepRows);
      job = await doStep(ctx, job, batch, end);
      steps += 1;
      if (end !== undefined) return steps;
    }
    await releaseJob(ctx, job);
    return steps;
  } finally {
    await records.return(undefined);
  }
}

async function recordsOf(
  ctx: RootContext,
  { subject, format }: JobRow,
  place: ImportPlace,
  source: AsyncIterable<Buffer>,
): Promise<AsyncGenerator<FileRecord>> {
  const records = readRecords(format, place, source);
  if (subject !== "products" || format !== "csv") return records;
  const { items } = await listRegions(ctx);
  return productsOfLines(records, place, new Map(items.map(({ id, currency }) => [id, currency])));
}

/** How the file ends: as it should, or where it can't be read any more. */
type End = { failure: string | null };

async function take(
  records: AsyncGenerator<FileRecord>,
  count: number,
): Promise<{ batch: FileRecord[]; end?: End }> {
  const batch: FileRecord[] = [];
  try {
    while (batch.length < count) {
      const { value, done } = await records.next();
      if (done) return { batch, end: { failure: null } };
      batch.push(value);
    }
    return { batch };
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { batch, end: { failure: error.message } };
  }
}

async function doStep(
  ctx: RootContext,
  job: JobRow,
  batch: readonly FileRecord[],
  end: End | undefined,
): Promise<JobRow> {
  return await inTransaction(ctx, async (tx) => {
    const outcomes = await applyRecords(job, batch, (rows) =>
      (works[job.subject] as Work<unknown>).apply(tx, job.id, rows),
    );
    const refused = outcomes.flatMap((outcome, index) =>
      typeof outcome === "string"
        ? []
        : outcome.refusals.map(({ line, ...refusal }, place) => ({
            jobId: job.id,
            line: line ?? batch[index]?.line ?? 0,
            place,
            ...refusal,
          })),
    );
    if (refused.length > 0) await tx.db.insert(bulkRefusals).values(refused);
    const count = (isIt: (outcome: Outcome) => boolean) =>
      batch.reduce(
        (sum, { rows }, index) => sum + (isIt(outcomes[index] ?? "unchanged") ? rows : 0),
        0,
      );
    const place = batch.at(-1)?.next ?? job.place ?? begin;
    const moved = {
      place,
      attempts: 0,
      doneBytes: end?.failure === null ? job.fileBytes : place.byte,
      rowsRead: job.rowsRead + count(() => true),
      rowsChanged: job.rowsChanged + count((outcome) => outcome === "changed"),
      rowsUnchanged: job.rowsUnchanged + count((outcome) => outcome === "unchanged"),
      rowsRefused: job.rowsRefused + count((outcome) => typeof outcome !== "string"),
    };
    if (end === undefined) return await moveJob(tx, job, moved);
    const state = end.failure === null ? "done" : "failed";
    await finishJob(tx, job, { ...moved, state, failure: end.failure });
    return job;
  });
}

/** In the order of the records; only those that can be read are done. */
async function applyRecords(
  { subject, format }: JobRow,
  batch: readonly FileRecord[],
  apply: (rows: unknown[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const read = batch.map((record) =>
    "fields" in record ? readRow(subject, format, record.fields) : { refusals: record.refusals },
  );
  const done = await apply(read.flatMap((one) => ("row" in one ? [one.row] : [])));
  let next = 0;
  return read.map((one) => ("row" in one ? (done[next++] ?? { refusals: [] }) : one));
}
