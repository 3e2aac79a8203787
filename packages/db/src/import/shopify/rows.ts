import { open } from "node:fs/promises";
import { type CsvError, parse } from "csv-parse";
import { type Column, type Header, readHeader } from "./columns.ts";
import { type Refusal, UnreadableFileError } from "./refusal.ts";

/** One row: a trimmed cell by its column, "" where the file has none. */
export type Row = { line: number; cell(column: Column): string };
/** A row as it comes: readable, or refused before anybody looks into it. */
export type RowResult = { handle: string; line: number } & ({ row: Row } | { refusal: Refusal });

export type RowReader = {
  header: Header;
  rows: AsyncGenerator<RowResult>;
  /** Bytes read so far. */
  bytesRead(): number;
};

/** A row is some hundred characters, a long description some thousand: beyond this a quote was never closed. */
const maxRowCharacters = 1_000_000;

/**
 * Streams a file: only the rows under way are in memory. Quoted line breaks, CRLF, a byte order mark and
 * stray quotes inside a cell are understood.
 * @throws UnreadableFileError for a header that is no Shopify export's, or a file that is not UTF-8 text
 */
export async function readRows(path: string): Promise<RowReader> {
  await requireText(path);
  const file = await open(path);
  const source = file.createReadStream({ highWaterMark: 256 * 1024 });
  const parser = source.pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: maxRowCharacters,
    }),
  );
  source.on("error", (error) => parser.destroy(error));
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<Record>;
  const first = await records.next().catch((error: unknown) => {
    throw new UnreadableFileError(`The first line can't be read: ${(error as Error).message}.`);
  });
  if (first.done) throw new UnreadableFileError("The file is empty.");
  const header = readHeader(first.value.record);
  const rows = toRows(records, header, first.value.info.lines);
  return { header, rows, bytesRead: () => source.bytesRead };
}

type Record = { record: string[]; info: { lines: number } };

async function* toRows(
  records: AsyncIterator<Record>,
  header: Header,
  headerEnd: number,
): AsyncGenerator<RowResult> {
  let counted = headerEnd;
  let lastLine = headerEnd;
  for (;;) {
    const line = lastLine + 1;
    let next: IteratorResult<Record>;
    try {
      next = await records.next();
    } catch (error) {
      yield { handle: "", line, refusal: { line, column: null, reason: explainBreak(error) } };
      return;
    }
    if (next.done) return;
    const { record, info } = next.value;
    // csv-parse 7.0.3 counts a CRLF inside quotes as two lines.
    lastLine += info.lines - counted - countOf("\r\n", record);
    counted = info.lines;
    if (record.length === 1 && record[0]?.trim() === "") continue;
    yield toRow(record, header, line);
  }
}

function toRow(record: readonly string[], header: Header, line: number): RowResult {
  const cell = (column: Column) => record[header.places.get(column) ?? -1]?.trim() ?? "";
  const handle = cell("Handle");
  const refuse = (column: string | null, reason: string) => ({
    handle,
    line,
    refusal: { line, column, reason },
  });
  if (record.length !== header.width) {
    return refuse(
      null,
      `has ${record.length} cells, the header ${header.width}; a comma or a quote is missing or too many`,
    );
  }
  for (const [column, place] of header.places) {
    const value = record[place] ?? "";
    if (value.includes("\uFFFD"))
      return refuse(column, "holds bytes that are not UTF-8; save the file as UTF-8");
    if (value.includes("\0")) return refuse(column, "holds a NUL character");
  }
  return { handle, line, row: { line, cell } };
}

function countOf(part: string, cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + cell.split(part).length - 1, 0);
}

function explainBreak(error: unknown): string {
  const { code, message } = error as CsvError;
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return 'a quote (") is opened and never closed; nothing from here on was read';
  }
  return `${message}; nothing from here on was read`;
}

async function requireText(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.subarray(0, bytesRead).toString("hex");
    if (start.startsWith("fffe") || start.startsWith("feff")) {
      throw new UnreadableFileError(
        "The file is UTF-16. Save it as CSV in UTF-8 and import it again.",
      );
    }
    if (start === "504b0304") {
      throw new UnreadableFileError(
        "The file is a spreadsheet or a zip. Save it as CSV in UTF-8 and import it again.",
      );
    }
  } finally {
    await file.close();
  }
}
