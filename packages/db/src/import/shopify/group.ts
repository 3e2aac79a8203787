import type { Refusal } from "./refusal.ts";
import type { Row, RowResult } from "./rows.ts";

/** The rows of one product, which stand together in the file. Any refusal refuses them all. */
export type RowGroup = { handle: string; rows: Row[]; rowCount: number; refusals: Refusal[] };

/** More than any product has; a guard against a file in which every row has the same handle. */
const maxRows = 5_000;

/**
 * Gathers neighbouring rows of the same handle. A handle that comes up again later is refused there: its product
 * went in already, and half a product must not replace the whole. Remembers handles, nothing else.
 */
export async function* groupRows(results: AsyncIterable<RowResult>): AsyncGenerator<RowGroup> {
  const firstLines = new Map<string, number>();
  let group: RowGroup | undefined;
  for await (const result of results) {
    if (group === undefined || result.handle !== group.handle || result.handle === "") {
      if (group) yield group;
      group = { handle: result.handle, rows: [], rowCount: 0, refusals: [] };
      const before = firstLines.get(result.handle);
      if (before !== undefined) group.refusals.push(notAdjacent(result, before));
      else if (result.handle !== "") firstLines.set(result.handle, result.line);
    }
    group.rowCount++;
    if ("refusal" in result) group.refusals.push(result.refusal);
    else if (result.handle === "") {
      group.refusals.push({ line: result.line, column: "Handle", reason: "is empty" });
    } else if (group.rowCount > maxRows) {
      if (group.rowCount === maxRows + 1) group.refusals.push(tooMany(result));
    } else group.rows.push(result.row);
  }
  if (group) yield group;
}

function notAdjacent({ handle, line }: RowResult, before: number): Refusal {
  const reason = `the rows of "${handle}" must stand together, and it began at line ${before}; sort the file by Handle`;
  return { line, column: "Handle", reason };
}

function tooMany({ line }: RowResult): Refusal {
  return { line, column: "Handle", reason: `a product can't have more than ${maxRows} rows` };
}
