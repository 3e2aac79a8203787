/**
 * Doing exports: all rows of one moment, read by keyset inside of one snapshot, written to the job's file piece by piece. A
 * snapshot dies with its worker; whoever takes over begins anew.
 */
import { bulkChunks } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import { priceRows, productRows, stockRows } from "./export-rows.ts";
import type { RootContext } from "../../kernel/context.ts";
import { refusalOf } from "../../kernel/refusal.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { JobRow } from "../service.ts";
import { encode } from "./encode.ts";
import { pieces } from "./file.ts";
import { claimJob, excuseJob, finishJob, LeaseLost, moveJob } from "./lease.ts";

/** Does the export that has waited longest. Returns how many it did. */
export async function runExports(ctx: RootContext): Promise<number> {
  const job = await claimJob(ctx, "export");
  if (job === undefined) return 0;
  try {
    await writeFile(ctx, job);
    return 1;
  } catch (error) {
    if (error instanceof LeaseLost) return 0;
    // Where not even that can be written, the try counts.
    if (refusalOf(error)?.kind === "unavailable") await excuseJob(ctx, job).catch(() => {});
    throw error;
  }
}

const sources = { products: productRows, prices: priceRows, stock: stockRows };

async function writeFile(ctx: RootContext, claimed: JobRow): Promise<void> {
  let job = await inTransaction(ctx, async (tx) => {
    await tx.db.delete(bulkChunks).where(eq(bulkChunks.jobId, claimed.id));
    return await moveJob(tx, claimed, { fileBytes: 0, rowsRead: 0 });
  });
  let rows = 0;
  await ctx.db.transaction(
    async (db) => {
      const snapshot: TransactionContext = { ...ctx, db };
      const source = count(sources[job.subject](snapshot), () => (rows += 1));
      for await (const bytes of pieces(encode(job.subject, job.format, source))) {
        // On another connection than the snapshot's: each piece is there for good, and renews the lease.
        job = await inTransaction(ctx, (tx) => append(tx, job, bytes, rows));
      }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  await inTransaction(ctx, (tx) => finishJob(tx, job, { state: "done", rowsRead: rows }));
}

async function append(
  tx: TransactionContext,
  job: JobRow,
  bytes: Buffer,
  rowsRead: number,
): Promise<JobRow> {
  await tx.db.insert(bulkChunks).values({ jobId: job.id, start: job.fileBytes, bytes });
  return await moveJob(tx, job, { fileBytes: job.fileBytes + bytes.length, rowsRead });
}

async function* count<T>(source: AsyncIterable<T>, each: () => void): AsyncGenerator<T> {
  for await (const one of source) {
    each();
    yield one;
  }
}
