import type { CurrencyCode } from "./currency.ts";
import type { RowGroup } from "./group.ts";
import { htmlToText } from "./html-text.ts";
import { readImages } from "./images.ts";
import { CellReader } from "./cell-reader.ts";
import type { Refusal } from "./refusal.ts";
import { readVariants } from "./variants.ts";

export type ImportedVariant = {
  line: number;
  /** Axis -> value, in the order of the axes. */
  options: Record<string, string>;
  sku: string | null;
  barcode: string | null;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  isTracked: boolean;
  /** What the file counts; null: it says nothing, and what is there stays. */
  quantity: number | null;
  priceMinor: number;
  compareAtMinor: number | null;
};

export type ImportedImage = {
  src: string;
  alt: string;
  /** Place in the list of variants of the one that it shows. */
  variant: number | null;
};

/** A product as the file has it, checked whole. Amounts are minor units of the import's currency. */
export type ImportedProduct = {
  handle: string;
  line: number;
  title: string;
  description: string;
  vendor: string;
  type: string;
  tags: string[];
  status: "active" | "draft" | "archived";
  optionNames: string[];
  variants: ImportedVariant[];
  images: ImportedImage[];
};

/** The product that a group of rows describes, or everything that is wrong with it. */
export function toProduct(
  group: RowGroup,
  currency: CurrencyCode,
): { product: ImportedProduct } | { refusals: Refusal[] } {
  const reader = new CellReader(group.refusals);
  const [first] = group.rows;
  if (!first) return { refusals: reader.refusals };
  if (!/^[^\s/?#\\]{1,200}$/.test(group.handle)) {
    reader.refuse(
      first,
      "Handle",
      "must be a URL name of at most 200 characters, without spaces or slashes",
    );
  }
  const title = reader.text(first, "Title", 500);
  if (title === "")
    reader.refuse(first, "Title", "is empty; the first row of a product carries its title");
  const { optionNames, variants, variantImages } = readVariants(reader, group.rows, currency);
  const product: ImportedProduct = {
    handle: group.handle,
    line: first.line,
    title,
    description: htmlToText(reader.text(first, "Body (HTML)", 200_000)),
    vendor: reader.text(first, "Vendor", 255),
    type: reader.text(first, "Type", 255),
    tags: readTags(first.cell("Tags")),
    status: readStatus(reader, group),
    optionNames,
    variants,
    images: readImages(reader, group.rows, variantImages),
  };
  return reader.refusals.length > 0 ? { refusals: reader.refusals } : { product };
}

function readTags(cell: string): string[] {
  const tags = cell.split(",").map((tag) => tag.trim().slice(0, 255));
  return [...new Set(tags.filter((tag) => tag !== ""))];
}

/** `Published` false is a draft, whatever the newer column `Status` says; without both it is for sale. */
function readStatus(reader: CellReader, { rows: [first] }: RowGroup): ImportedProduct["status"] {
  if (!first) return "draft";
  const isPublished = reader.boolean(first, "Published", true);
  const status = first.cell("Status").toLowerCase();
  switch (status) {
    case "archived":
    case "draft":
      return status;
    case "":
    case "active":
      return isPublished ? "active" : "draft";
    default:
      reader.refuse(first, "Status", "is not active, draft or archived");
      return "draft";
  }
}
