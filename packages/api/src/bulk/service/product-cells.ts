/**
 * A product in CSV: a line for each variant, the product's own cells in the first. Lists are separated by `|`; inside of a
 * value it is written `\|`, and a backslash `\\`.
 */
import type { ImportPlace } from "@meridian/db/schema.ts";
import type { ProductRecord } from "../../catalog/contract/products.ts";
import type { ExportRow } from "./export-rows.ts";
import { UnreadableFileError, type FileRecord } from "./records.ts";

const regions = ["eu", "uk", "us", "jp"] as const;
const texts = ["title", "subtitle", "description", "vendor", "productType", "status"] as const;
const lists = ["tags", "categories", "collections", "details"] as const;
const flags = ["requiresShipping", "taxable", "isTracked"] as const;
const axes = [1, 2, 3] as const;

export const productColumns = [
  "handle",
  ...texts,
  ...lists,
  "images",
  ...axes.flatMap((axis) => [`option${axis}`, `value${axis}`]),
  "sku",
  "barcode",
  "weightGrams",
  ...flags,
  ...regions.flatMap((region) => [`priceMinor.${region}`, `compareAtMinor.${region}`]),
];

export function productCells(row: ExportRow): ExportRow[] {
  const product = row as unknown as ProductRecord;
  const own: ExportRow = {
    ...Object.fromEntries(texts.map((name) => [name, product[name]])),
    ...Object.fromEntries(lists.map((name) => [name, toList(product[name])])),
    images: toList(product.images.map(({ src }) => src)),
  };
  return product.variants.map((variant, place) => ({
    handle: product.handle,
    ...(place === 0 ? own : {}),
    ...Object.fromEntries(
      product.options.flatMap(({ name }, axis) => [
        [`option${axis + 1}`, name],
        [`value${axis + 1}`, variant.options[name]],
      ]),
    ),
    sku: variant.sku,
    barcode: variant.barcode,
    weightGrams: variant.weightGrams,
    ...Object.fromEntries(flags.map((name) => [name, variant[name]])),
    ...Object.fromEntries(
      variant.prices.flatMap(({ region, price, compareAt }) => [
        [`priceMinor.${region}`, price.amountMinor],
        [`compareAtMinor.${region}`, compareAt?.amountMinor],
      ]),
    ),
  }));
}

type Cells = Record<string, string>;

/** More than any product has; a guard against a file in which every line has the same handle. */
const maxLines = 5_000;

/**
 * Neighbouring lines of one handle as the product that they describe, for the same check that NDJSON goes through. A cell
 * that is no number or flag stays text, and the check says so. A column that the file does not have says nothing. Lines
 * beside one that can't be read do not go in: half a product must not replace the whole.
 * @param from where the records begin
 */
export async function* productsOfLines(
  records: AsyncGenerator<FileRecord>,
  from: ImportPlace,
  currencies: ReadonlyMap<string, string>,
): AsyncGenerator<FileRecord> {
  let group: FileRecord[] = [];
  let handle: unknown;
  let isDoubtful = from.isDoubtful === true;
  for await (const record of records) {
    const own = "fields" in record ? record.fields["handle"] : handle;
    if (group.length > 0 && handle !== undefined && own !== handle) {
      const one = toOne(group, isDoubtful, currencies);
      yield one;
      isDoubtful = one.next.isDoubtful === true;
      group = [];
    }
    handle = own;
    group.push(record);
    if (group.length > maxLines) {
      throw new UnreadableFileError(
        `More than ${maxLines} lines of one product end at line ${record.line}.`,
      );
    }
  }
  if (group.length > 0) yield toOne(group, isDoubtful, currencies);
}

function toOne(
  group: readonly FileRecord[],
  isDoubtful: boolean,
  currencies: ReadonlyMap<string, string>,
): FileRecord {
  const lines = group.flatMap((record) => ("fields" in record ? [record] : []));
  const refusals = group.flatMap((record) =>
    "refusals" in record ? record.refusals.map((one) => ({ line: record.line, ...one })) : [],
  );
  const [first, last] = [lines[0] ?? group[0], group.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a product has no lines");
  const { line } = first;
  // What can't be read may be the first line of what comes next; whoever goes on there has to know.
  const next = { ...last.next, ...("refusals" in last && { isDoubtful: true }) };
  const one = { line, rows: group.length, next };
  if (refusals.length === 0 && !isDoubtful) {
    const cells = lines.map(({ fields }) => fields as Cells);
    return { ...one, fields: toProduct(cells, currencies) };
  }
  const reason = "another line of the product, or one beside it, can't be read";
  return {
    ...one,
    refusals: lines.length === 0 ? refusals : [...refusals, { line, column: "handle", reason }],
  };
}

function toProduct(lines: readonly Cells[], currencies: ReadonlyMap<string, string>) {
  const [first = {}] = lines;
  const known = new Set(productColumns);
  const unknown = Object.fromEntries(Object.entries(first).filter(([name]) => !known.has(name)));
  const images = first["images"] === undefined ? undefined : fromList(first["images"]);
  return {
    ...unknown,
    handle: first["handle"],
    ...pick(texts, first),
    ...Object.fromEntries(
      lists.flatMap((name) => (first[name] === undefined ? [] : [[name, fromList(first[name])]])),
    ),
    ...(images && { images: images.map((src) => ({ src })) }),
    variants: lines.map((line) => toVariant(line, currencies)),
  };
}

function toVariant(line: Cells, currencies: ReadonlyMap<string, string>) {
  const options = axes.flatMap((axis) => {
    const [name, value] = [line[`option${axis}`], line[`value${axis}`]];
    return name === undefined ? [] : [[name, value ?? ""]];
  });
  const prices = regions.flatMap((region) => {
    const [now, before] = [line[`priceMinor.${region}`], line[`compareAtMinor.${region}`]];
    const currency = currencies.get(region);
    const amount = (cell: string) => ({ amountMinor: toNumber(cell), currency });
    if (now === undefined) return [];
    return [
      { region, price: amount(now), compareAt: before === undefined ? null : amount(before) },
    ];
  });
  const weight = line["weightGrams"];
  return {
    ...pick(["sku", "barcode"], line),
    ...(weight === undefined ? {} : { weightGrams: toNumber(weight) }),
    ...Object.fromEntries(
      flags.flatMap((name) => (line[name] === undefined ? [] : [[name, toFlag(line[name])]])),
    ),
    options: Object.fromEntries(options),
    ...(prices.length > 0 && { prices }),
  };
}

function toList(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(/[\\|]/g, String.raw`\$&`)).join("|");
}

function fromList(cell: string): string[] {
  const values = [""];
  for (const [part] of cell.matchAll(/\\[\\|]|[^\\|]+|[\\|]/g)) {
    if (part === "|") values.push("");
    else values.push(`${values.pop() ?? ""}${part.replace(/^\\(?=[\\|])/, "")}`);
  }
  return values;
}

function pick(names: readonly string[], from: Cells): Cells {
  return Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
  );
}

function toNumber(cell: string): number | string {
  return /^-?\d{1,15}$/.test(cell) ? Number(cell) : cell;
}

function toFlag(cell: string): boolean | string {
  const folded = cell.toLowerCase();
  return folded === "true" || folded === "false" ? folded === "true" : cell;
}
