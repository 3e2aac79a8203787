/** Rows -> the bytes of a file. */
import type { FileFormat, Subject } from "../contract.ts";
import type { ExportRow } from "./export-rows.ts";
import { productCells, productColumns } from "./product-cells.ts";

const columns = {
  prices: ["sku", "variantId", "region", "currency", "amountMinor", "compareAtMinor"],
  stock: ["sku", "variantId", "locationId", "onHand"],
  products: productColumns,
} as const;

export async function* encode(
  subject: Subject,
  format: FileFormat,
  rows: AsyncIterable<ExportRow>,
): AsyncGenerator<Buffer> {
  if (format === "ndjson") {
    for await (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
    return;
  }
  const names = columns[subject];
  yield Buffer.from(csvLine(names));
  for await (const row of rows) {
    const lines = subject === "products" ? productCells(row) : [row];
    yield Buffer.from(lines.map((line) => csvLine(names.map((name) => line[name]))).join(""));
  }
}

/** RFC 4180. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
