import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { createdAt, instant, updatedAt } from "./columns.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const byteCount = () => bigint({ mode: "number" }).notNull().default(0);
const rowCount = () => integer().notNull().default(0);

/** Where an import goes on: the next record's first byte and line, and what the columns are. */
export type ImportPlace = {
  byte: number;
  line: number;
  header: string[] | null;
  /** The record before could not be read, and may have been the first line of what comes next. */
  isDoubtful?: boolean;
};

/** An import or an export of many rows, done by the workers bit by bit. */
export const bulkJobs = pgTable(
  "bulk_job",
  {
    id: text().primaryKey(),
    kind: text().$type<"import" | "export">().notNull(),
    subject: text().$type<"products" | "prices" | "stock">().notNull(),
    format: text().$type<"csv" | "ndjson">().notNull(),
    state: text()
      .$type<"awaiting_file" | "queued" | "running" | "done" | "failed" | "cancelled">()
      .notNull(),
    version: integer().notNull().default(1),
    /** Of the file: as far as it has come, or has been written. */
    fileBytes: byteCount(),
    /** The request that sends the file; whatever an earlier one still sends is not taken. */
    sender: text(),
    /** Of the file: what is done with. */
    doneBytes: byteCount(),
    rowsRead: rowCount(),
    rowsChanged: rowCount(),
    rowsUnchanged: rowCount(),
    rowsRefused: rowCount(),
    place: jsonb().$type<ImportPlace>(),
    /** Why the whole of it could not be done. */
    failure: text(),
    /** Failed tries in a row, without a step forward. */
    attempts: integer().notNull().default(0),
    /** Until then one worker has it, and this very instant is its fence: whoever finds another here writes nothing. */
    lockedUntil: instant(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    finishedAt: instant(),
  },
  (t) => [
    index("bulk_job_open")
      .on(t.updatedAt)
      .where(sql`state in ('queued', 'running')`),
    check(
      "bulk_job_state",
      sql`${t.state} in ('awaiting_file', 'queued', 'running', 'done', 'failed', 'cancelled')`,
    ),
  ],
);

/**
 * The file of a job in pieces of some hundred kilobytes. In Postgres, because each request and each worker may be
 * another process on another machine, and a backup has jobs and their files at one moment.
 */
export const bulkChunks = pgTable(
  "bulk_chunk",
  {
    jobId: text()
      .notNull()
      .references(() => bulkJobs.id, { onDelete: "cascade" }),
    /** Place in the file of its first byte. */
    start: bigint({ mode: "number" }).notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.start] })],
);

/** Rows of an import that could not go in, each with why. */
export const bulkRefusals = pgTable(
  "bulk_refusal",
  {
    jobId: text()
      .notNull()
      .references(() => bulkJobs.id, { onDelete: "cascade" }),
    line: integer().notNull(),
    /** A row may be refused for several reasons. */
    place: integer().notNull(),
    column: text(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.line, t.place] })],
);
