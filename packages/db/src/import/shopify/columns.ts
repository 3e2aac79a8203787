import { UnreadableFileError } from "./refusal.ts";

/** Columns of a Shopify product export that are read. Any others (SEO, Google Shopping) are left alone. */
export const readColumns = [
  "Handle",
  "Title",
  "Body (HTML)",
  "Vendor",
  "Type",
  "Tags",
  "Published",
  "Status",
  "Option1 Name",
  "Option1 Value",
  "Option2 Name",
  "Option2 Value",
  "Option3 Name",
  "Option3 Value",
  "Variant SKU",
  "Variant Grams",
  "Variant Inventory Tracker",
  "Variant Inventory Qty",
  "Variant Inventory Policy",
  "Variant Price",
  "Variant Compare At Price",
  "Variant Requires Shipping",
  "Variant Taxable",
  "Variant Barcode",
  "Image Src",
  "Image Position",
  "Image Alt Text",
  "Variant Image",
  "Gift Card",
] as const;
export type Column = (typeof readColumns)[number];

const required: readonly Column[] = ["Handle", "Title", "Variant Price"];

export type Header = {
  width: number;
  /** Where each column stands; absent when the file does not have it. */
  places: ReadonlyMap<Column, number>;
  /** Headers that hold something this shop has no place for. */
  ignored: string[];
};

/**
 * Reads the first row. Order and case are free; a column that is not there counts as empty.
 * @throws UnreadableFileError naming what is missing or twice there
 */
export function readHeader(cells: readonly string[]): Header {
  const known = new Map(readColumns.map((column) => [column.toLowerCase(), column]));
  const places = new Map<Column, number>();
  const ignored: string[] = [];
  for (const [place, cell] of cells.entries()) {
    const column = known.get(cell.trim().toLowerCase());
    if (column === undefined) {
      if (cell.trim() !== "") ignored.push(cell.trim());
    } else if (places.has(column)) {
      throw new UnreadableFileError(
        `The column "${column}" is there twice. Remove one and import again.`,
      );
    } else {
      places.set(column, place);
    }
  }
  const missing = required.filter((column) => !places.has(column));
  if (missing.length > 0) {
    const names = missing.map((column) => `"${column}"`).join(", ");
    throw new UnreadableFileError(
      `This does not look like a Shopify product export: the first line has no ${names}. Export the products again as CSV.`,
    );
  }
  return { width: cells.length, places, ignored };
}
