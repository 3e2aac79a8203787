/**
 * Bulk: imports and exports of many rows as jobs. A row is done once, whoever dies on the way; one that can't go in is
 * told with its line and costs nobody else. What a row does is the catalogue's and inventory's, never done here anew.
 */
import { z } from "zod";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";

export const JobId = id("job");
export const Subject = z.enum(["products", "prices", "stock"]);
export type Subject = z.infer<typeof Subject>;
export const FileFormat = z.enum(["csv", "ndjson"]);
export type FileFormat = z.infer<typeof FileFormat>;

export const JobState = z
  .enum(["awaiting_file", "queued", "running", "done", "failed", "cancelled"])
  .meta({ description: "`done`: to the end, also when some rows were refused" });

export const Job = z
  .object({
    id: JobId,
    kind: z.enum(["import", "export"]),
    subject: Subject,
    format: FileFormat,
    state: JobState,
    version: z.number().int(),
    fileBytes: z.number().int().meta({
      description: "Of the file: what has arrived (import), or has been written (export)",
    }),
    doneBytes: z.number().int().meta({ description: "Of an import's file: what is done with" }),
    rows: z.object({
      read: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      refused: z.number().int(),
    }),
    failure: z.string().nullable().meta({ description: "Why the whole of it could not be done" }),
    createdAt: Instant,
    updatedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: "Job" });
export type Job = z.infer<typeof Job>;

export const AddJob = z.strictObject({
  subject: Subject,
  format: FileFormat,
  idempotencyKey: z.string().min(1).max(255).optional(),
});
export type AddJob = z.infer<typeof AddJob>;

export const GetJob = z.strictObject({ jobId: JobId });
export type GetJob = z.infer<typeof GetJob>;
export const CancelJob = z.strictObject({
  jobId: JobId,
  idempotencyKey: z.string().min(1).max(255).optional(),
});

export const reasons = {
  "bulk.job_not_found": z.object({ jobId: JobId }),
  /** What is asked for does not go with the job's state. */
  "bulk.wrong_state": z.object({ state: JobState }),
  /** A part of a file begins where the one before ended. */
  "bulk.wrong_offset": z.object({ fileBytes: z.number() }),
  /** A file has one sender at a time. */
  "bulk.other_sender": z.object({}),
} as const;
