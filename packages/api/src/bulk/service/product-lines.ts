/** Lines of CSV -> the products that they describe, in the fields that NDJSON has. */
import type { ImportPlace } from "@meridian/db/schema.ts";
import {
  axes,
  flags,
  lists,
  ownFlags,
  numbers,
  productColumns,
  regions,
  texts,
} from "./product-cells.ts";
import { UnreadableFileError, type FileRecord } from "./records.ts";

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
  const options = toAxes(lines);
  return {
    ...unknown,
    handle: first["handle"],
    ...read(texts, first, text),
    ...read(lists, first, fromList),
    ...read(numbers, first, toNumber),
    ...read(ownFlags, first, toFlag),
    ...(first["images"] !== undefined && { images: toImages(first["images"], lines) }),
    ...(options && { options }),
    variants: lines.map((line) => toVariant(line, currencies)),
  };
}

/** A picture that a line names shows that variant; where there is no such column, what is known of it stays. */
function toImages(cell: string, lines: readonly Cells[]) {
  const alts = lines[0]?.["imageAlts"] === undefined ? [] : fromList(lines[0]["imageAlts"]);
  const shown = lines.map((line) => fromList(line["variantImages"] ?? ""));
  const isTold = lines.some((line) => line["variantImages"] !== undefined);
  return fromList(cell).map((src, place) => {
    const variant = shown.findIndex((list) => list.includes(src));
    const alt = alts[place];
    return {
      src,
      ...(alt !== undefined && { alt }),
      ...(isTold && { variant: variant === -1 ? null : variant }),
    };
  });
}

/** What the first line lists, and behind it what lines have beside that. Undefined: it follows from the lines alone. */
function toAxes(lines: readonly Cells[]) {
  const [first = {}] = lines;
  if (axes.every((axis) => first[`values${axis}`] === undefined)) return undefined;
  return axes.flatMap((axis) => {
    const name = first[`option${axis}`];
    if (name === undefined) return [];
    const listed = fromList(first[`values${axis}`] ?? "");
    const swatches = fromList(first[`swatches${axis}`] ?? "");
    const used = lines.flatMap((line) => line[`value${axis}`] ?? []);
    const values = [...new Set([...listed, ...used])].map((value) => {
      const swatch = swatches[listed.indexOf(value)];
      return swatch === undefined || swatch === "" ? { value } : { value, swatch };
    });
    return [{ name, values }];
  });
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
  return {
    ...read(["sku", "barcode"], line, text),
    ...(line["variantTitle"] !== undefined && { title: line["variantTitle"] }),
    ...read(["weightGrams"], line, toNumber),
    ...read(flags, line, toFlag),
    options: Object.fromEntries(options),
    ...(prices.length > 0 && { prices }),
  };
}

function fromList(cell: string): string[] {
  const values = [""];
  for (const [part] of cell.matchAll(/\\[\\|]|[^\\|]+|[\\|]/g)) {
    if (part === "|") values.push("");
    else values.push(`${values.pop() ?? ""}${part.replace(/^\\(?=[\\|])/, "")}`);
  }
  return values;
}

/** Of these columns those that the line fills. */
function read<T>(names: readonly string[], from: Cells, value: (cell: string) => T) {
  return Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, value(from[name])]])),
  ) as Record<string, T>;
}

const text = (cell: string) => cell;

function toNumber(cell: string): number | string {
  return /^-?\d{1,15}$/.test(cell) ? Number(cell) : cell;
}

function toFlag(cell: string): boolean | string {
  const folded = cell.toLowerCase();
  return folded === "true" || folded === "false" ? folded === "true" : cell;
}
