/**
 * A product in CSV: a line for each variant, the product's own cells in the first. Lists are separated by `|`; inside of a
 * value it is written `\|`, and a backslash `\\`. All that can be set is there, but for the sizes of pictures.
 */
import type { ProductRecord } from "../../catalog/contract/products.ts";
import { followsFrom, titleOf } from "../../catalog/rules/products.ts";
import type { ExportRow } from "./export-rows.ts";

export const regions = ["eu", "uk", "us", "jp"] as const;
export const texts = [
  "title",
  "subtitle",
  "description",
  "vendor",
  "productType",
  "status",
] as const;
export const lists = ["tags", "categories", "collections", "details"] as const;
export const flags = ["requiresShipping", "taxable", "isTracked"] as const;
export const numbers = ["hue"] as const;
export const ownFlags = ["holdOnAdd"] as const;
export const axes = [1, 2, 3] as const;

export const productColumns = [
  "handle",
  ...texts,
  ...lists,
  ...numbers,
  ...ownFlags,
  "images",
  "imageAlts",
  ...axes.flatMap((axis) => [`values${axis}`, `swatches${axis}`]),
  ...axes.flatMap((axis) => [`option${axis}`, `value${axis}`]),
  "variantTitle",
  "variantImages",
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
    ...Object.fromEntries([...numbers, ...ownFlags].map((name) => [name, product[name]])),
    images: toList(product.images.map(({ src }) => src)),
    imageAlts: toList(product.images.map(({ alt }) => alt)),
    ...axisCells(product),
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
    // One that follows from the options is to follow them when they change.
    ...(variant.title !== titleOf(product.options, variant.options) && {
      variantTitle: variant.title,
    }),
    variantImages: toList(
      product.images.filter((image) => image.variant === place).map(({ src }) => src),
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

/** Only where they say more than the lines do: another order, a swatch, a value that no variant has. */
function axisCells({ options, variants }: ProductRecord): ExportRow {
  const read = variants.map((variant) => ({
    options: Object.fromEntries(options.map(({ name }) => [name, variant.options[name] ?? ""])),
  }));
  if (followsFrom(options, read)) return {};
  return Object.fromEntries(
    options.flatMap(({ values }, axis) => [
      [`values${axis + 1}`, toList(values.map(({ value }) => value))],
      [`swatches${axis + 1}`, toList(values.map(({ swatch }) => swatch ?? ""))],
    ]),
  );
}

function toList(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(/[\\|]/g, String.raw`\$&`)).join("|");
}
