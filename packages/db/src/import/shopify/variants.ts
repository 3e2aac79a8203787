import type { CellReader } from "./cell-reader.ts";
import { type CurrencyCode, minorDigits } from "./currency.ts";
import type { ImportedVariant } from "./product.ts";
import type { Row } from "./rows.ts";
import { parseCode, parseImageUrl, parseInteger, parseMoney } from "./values.ts";

const axes = [
  { name: "Option1 Name", value: "Option1 Value" },
  { name: "Option2 Name", value: "Option2 Value" },
  { name: "Option3 Name", value: "Option3 Value" },
] as const;

export type VariantImage = { variant: number; src: string };

/** The variants among the rows of a product; the others carry further pictures only. */
export function readVariants(
  reader: CellReader,
  rows: readonly Row[],
  currency: CurrencyCode,
): { optionNames: string[]; variants: ImportedVariant[]; variantImages: VariantImage[] } {
  const [first] = rows;
  if (!first) return { optionNames: [], variants: [], variantImages: [] };
  const variantRows = rows.filter((row, index) => index === 0 || isVariant(row));
  const optionNames = readOptionNames(reader, first, variantRows.length);
  const isGiftCard = reader.boolean(first, "Gift Card", false);
  const variants: ImportedVariant[] = [];
  const variantImages: VariantImage[] = [];
  const lines = new Map<string, number>();
  for (const row of variantRows) {
    const options = readOptions(reader, row, optionNames);
    const key = JSON.stringify(Object.entries(options));
    const before = lines.get(key);
    if (before === undefined) lines.set(key, row.line);
    else reader.refuse(row, "Option1 Value", `is the same variant as line ${before}`);
    const image = row.cell("Variant Image");
    if (image !== "") {
      const src = reader.parse(row, "Variant Image", parseImageUrl, "");
      variantImages.push({ variant: variants.length, src });
    }
    variants.push({ line: row.line, options, ...readGoods(reader, row, currency, isGiftCard) });
  }
  return { optionNames, variants, variantImages };
}

function isVariant(row: Row): boolean {
  const cells = ["Option1 Value", "Variant Price", "Variant SKU"] as const;
  return cells.some((column) => row.cell(column) !== "");
}

/** `Title` with `Default Title` is Shopify's way to say: no options. */
function readOptionNames(reader: CellReader, first: Row, variantCount: number): string[] {
  const isPlain =
    variantCount === 1 &&
    /^(default title)?$/i.test(first.cell("Option1 Value")) &&
    /^(title)?$/i.test(first.cell("Option1 Name"));
  if (isPlain) return [];
  const names: string[] = [];
  for (const { name: column } of axes) {
    const name = reader.text(first, column, 50);
    if (name === "") break;
    if (names.includes(name)) reader.refuse(first, column, `"${name}" is there twice`);
    names.push(name);
  }
  if (names.length === 0) {
    reader.refuse(first, "Option1 Name", "is empty, but the product has several variants");
  }
  return names;
}

function readOptions(
  reader: CellReader,
  row: Row,
  names: readonly string[],
): Record<string, string> {
  const options: [string, string][] = [];
  for (const [index, { value: column, name: nameColumn }] of axes.entries()) {
    const name = names[index];
    const value = reader.text(row, column, 255);
    if (name === undefined) {
      const isPlain = names.length === 0 && index === 0;
      if (value !== "" && !isPlain)
        reader.refuse(row, column, `has no "${nameColumn}" in the product's first row`);
    } else if (value === "") {
      reader.refuse(row, column, `is empty, but the product has the option "${name}"`);
    } else options.push([name, value]);
  }
  return Object.fromEntries(options);
}

/**
 * Stock is counted when the file counts it. Shopify leaves the tracker empty where nobody counts, yet exports a
 * quantity: with the policy `deny` that number is taken at its word, because selling what is not there is worse than
 * not selling what is. Policy `continue` sells beyond zero, so such a variant is not counted.
 */
function readGoods(
  reader: CellReader,
  row: Row,
  currency: CurrencyCode,
  isGiftCard: boolean,
): Omit<ImportedVariant, "line" | "options"> {
  const digits = minorDigits(currency);
  const priceMinor = reader.parse(row, "Variant Price", (cell) => parseMoney(cell, digits), 0);
  const compareAtMinor = reader.parse<number | null>(
    row,
    "Variant Compare At Price",
    (cell) => (cell === "" ? { value: null } : parseMoney(cell, digits)),
    null,
  );
  const counted = reader.parse<number | null>(
    row,
    "Variant Inventory Qty",
    (cell) => (cell === "" ? { value: null } : parseInteger(cell, -1_000_000)),
    null,
  );
  const policy = row.cell("Variant Inventory Policy").toLowerCase();
  if (!["", "deny", "continue"].includes(policy)) {
    reader.refuse(row, "Variant Inventory Policy", "is neither deny nor continue");
  }
  const hasTracker = row.cell("Variant Inventory Tracker") !== "";
  const weightGrams = reader.parse(
    row,
    "Variant Grams",
    (cell) => (cell === "" ? { value: 0 } : parseInteger(cell)),
    0,
  );
  return {
    sku: parseCode(reader.text(row, "Variant SKU", 255)),
    barcode: parseCode(reader.text(row, "Variant Barcode", 255)),
    weightGrams,
    requiresShipping: reader.boolean(row, "Variant Requires Shipping", true) && !isGiftCard,
    taxable: reader.boolean(row, "Variant Taxable", true) && !isGiftCard,
    isTracked: policy !== "continue" && (hasTracker || counted !== null),
    // Shopify counts below zero when it sold too much; there is nothing left either way.
    quantity: counted === null ? null : Math.max(counted, 0),
    priceMinor,
    // A price before that was not higher is none.
    compareAtMinor: compareAtMinor !== null && compareAtMinor > priceMinor ? compareAtMinor : null,
  };
}
