/** Bytes -> records, each with where it ends, so that another process can go on behind it. */
import type { ImportPlace } from "@meridian/db/schema.ts";
import { type CsvError, parse } from "csv-parse";
import { Readable } from "node:stream";
import type { FileFormat } from "../contract.ts";

/** Why a row can't go in: where in it, and what is wrong. */
export type RowRefusal = { line?: number; column: string | null; reason: string };

/** One row as it stands in the file, or why it can't be read. */
export type FileRecord = {
  line: number;
  /** How many of the file it stands for. */
  rows: number;
  /** Behind it the next one begins. */
  next: ImportPlace;
} & ({ fields: Record<string, unknown> } | { refusals: RowRefusal[] });

/** The file as a whole can't be read; the message says what to do. */
export class UnreadableFileError extends Error {
  override name = "UnreadableFileError";
}

/** A record is some hundred characters: beyond this a quote was never closed, or a line never ended. */
const maxRecordBytes = 1_000_000;

export const begin: ImportPlace = { byte: 0, line: 1, header: null };

/** The records from a place on. @throws UnreadableFileError */
export function readRecords(
  format: FileFormat,
  from: ImportPlace,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<FileRecord> {
  return format === "csv" ? csvRecords(from, source) : jsonRecords(from, source);
}

type Parsed = { record: string[]; info: { bytes: number; lines: number } };

async function* csvRecords(
  from: ImportPlace,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<FileRecord> {
  const stream = Readable.from(source);
  const parser = stream.pipe(
    parse({
      bom: from.byte === 0,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      // What stands in quotes is meant as it is.
      cast: (cell, { quoting }) => (quoting ? cell : cell.trim()),
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: maxRecordBytes,
    }),
  );
  stream.on("error", (error) => parser.destroy(error));
  let { header, line } = from;
  let counted = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const begins = line;
      // csv-parse 7.0.3 counts a CRLF inside quotes as two lines.
      line += info.lines - counted - record.join("").split("\r\n").length + 1;
      counted = info.lines;
      if (header === null) {
        header = readHeader(record);
        continue;
      }
      if (record.length === 1 && record[0]?.trim() === "") continue;
      const next = { byte: from.byte + info.bytes, line, header };
      yield { line: begins, rows: 1, next, ...toFields(header, record) };
    }
  } catch (error) {
    const { code, message } = error as CsvError;
    if (!code?.startsWith("CSV_")) throw error;
    const isOpen = code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE";
    throw new UnreadableFileError(
      isOpen
        ? `A quote (") is opened in line ${line} and never closed; nothing from there on was read.`
        : `${message}; nothing from line ${line} on was read.`,
    );
  } finally {
    stream.destroy();
  }
}

function readHeader(cells: readonly string[]): string[] {
  const header = cells.map((cell) => cell.trim());
  const twice = header.find((name, place) => header.indexOf(name) !== place);
  if (twice !== undefined) throw new UnreadableFileError(`The column "${twice}" is there twice.`);
  return header;
}

/** An empty cell says nothing. */
function toFields(header: readonly string[], record: readonly string[]) {
  if (record.length !== header.length) {
    const reason = `has ${record.length} cells, the header ${header.length}; a comma or a quote is missing or too many`;
    return refused(reason);
  }
  const cells = header.map((name, place) => [name, record[place] ?? ""] as const);
  const bad = cells.find(([, cell]) => cell.includes("\uFFFD") || cell.includes("\0"));
  if (bad !== undefined) return refused("holds bytes that are not UTF-8 text", bad[0]);
  return { fields: Object.fromEntries(cells.filter(([, cell]) => cell !== "")) };
}

function refused(reason: string, column: string | null = null): { refusals: RowRefusal[] } {
  return { refusals: [{ column, reason }] };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

async function* jsonRecords(
  from: ImportPlace,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<FileRecord> {
  let { byte, line } = from;
  for await (const bytes of lines(source)) {
    const begins = line;
    byte += bytes.length;
    line += 1;
    const read = readJson(bytes);
    if (read === undefined) continue;
    yield { line: begins, rows: 1, next: { byte, line, header: null }, ...read };
  }
}

/** With their ends. */
async function* lines(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    let start = 0;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10, start)) {
      yield rest.subarray(start, end + 1);
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > maxRecordBytes) {
      throw new UnreadableFileError("A line is longer than a megabyte: each record is one line.");
    }
  }
  if (rest.length > 0) yield rest;
}

function readJson(
  bytes: Buffer,
): { fields: Record<string, unknown> } | { refusals: RowRefusal[] } | undefined {
  try {
    const text = utf8.decode(bytes).trim();
    if (text === "") return undefined;
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { fields: value as Record<string, unknown> } : refused("is no JSON object");
  } catch {
    return refused("is not JSON in UTF-8");
  }
}
