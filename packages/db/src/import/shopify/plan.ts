import { createHash } from "node:crypto";
import { type Market, pricesIn } from "./market.ts";
import { newId } from "./new-id.ts";
import type { ImportedProduct, ImportedVariant } from "./product.ts";
import type { StoredProduct, StoredVariant } from "./stored.ts";
import { slug } from "./values.ts";

export type PlannedVariant = Omit<StoredVariant, "level"> & {
  title: string;
  quantity: number | null;
};

/** What is to be written so that the shop has the product as the file does. */
export type Plan = {
  id: string;
  isNew: boolean;
  /** The version that the change makes; the product is locked, so nobody else makes it. */
  version: number;
  hue: number;
  categoryHandle: string | null;
  product: ImportedProduct;
  variants: PlannedVariant[];
  options: StoredProduct["options"];
  images: StoredProduct["images"];
  /** Sold until now, and no longer in the file. */
  vanishedIds: string[];
  changes: { content: boolean; options: boolean; images: boolean; stock: boolean };
};

export function categoryHandleOf(product: ImportedProduct): string | null {
  return slug(product.type) || null;
}

/** Compares the file's product with the shop's. Variants are recognised by their options and keep their ids. */
export function planImport(
  product: ImportedProduct,
  stored: StoredProduct | null,
  market: Market,
): Plan {
  const known = new Map(stored?.variants.map((variant) => [keyOf(variant.options), variant]));
  const variants = product.variants.map((variant, position) =>
    planVariant(variant, position, known.get(keyOf(variant.options)), market),
  );
  const kept = new Set(variants.map(({ id }) => id));
  const vanishedIds = (stored?.variants ?? [])
    .filter(({ id, prices }) => !kept.has(id) && Object.keys(prices).length > 0)
    .map(({ id }) => id);
  const options = planOptions(product, stored);
  const images = product.images.map(({ src, alt, variant }) => ({
    src,
    // A picture without words is at least the product's.
    alt: alt || product.title,
    variantId: variant === null ? null : (variants[variant]?.id ?? null),
  }));
  const categoryHandle = categoryHandleOf(product);
  const imagesChange = !isEqual(images, stored?.images);
  const optionsChange = !isEqual(options, stored?.options);
  return {
    id: stored?.id ?? newId("prod"),
    isNew: stored === null,
    version: (stored?.version ?? 0) + 1,
    hue: hueOf(product.handle),
    categoryHandle,
    product,
    variants,
    options,
    images,
    vanishedIds,
    changes: {
      options: optionsChange,
      images: imagesChange,
      content:
        imagesChange ||
        optionsChange ||
        vanishedIds.length > 0 ||
        stored === null ||
        !isSameCopy(product, stored, categoryHandle) ||
        variants.some((variant) => !isSameVariant(variant, known.get(keyOf(variant.options)))),
      stock: variants.some((variant) => !isSameStock(variant, known.get(keyOf(variant.options)))),
    },
  };
}

function planVariant(
  variant: ImportedVariant,
  position: number,
  stored: StoredVariant | undefined,
  market: Market,
): PlannedVariant {
  const { line: _line, priceMinor, compareAtMinor, options, ...goods } = variant;
  return {
    ...goods,
    id: stored?.id ?? newId("var"),
    options,
    position,
    title: Object.values(options).join(" / ") || "One size",
    prices: pricesIn(market, { priceMinor, compareAtMinor }),
  };
}

/** Values in the order in which they come up; a swatch that somebody chose stays with its value. */
function planOptions(product: ImportedProduct, stored: StoredProduct | null): Plan["options"] {
  return product.optionNames.map((name) => {
    const values = [...new Set(product.variants.map(({ options }) => options[name] ?? ""))];
    const before = stored?.options.find((option) => option.name === name)?.values ?? [];
    return {
      name,
      values: values.map((value) => before.find((known) => known.value === value) ?? { value }),
    };
  });
}

function isSameCopy(
  product: ImportedProduct,
  stored: StoredProduct,
  categoryHandle: string | null,
): boolean {
  const { title, description, vendor, type, tags, status } = product;
  const copy = { title, description, vendor, type, tags, status };
  const isSame = (Object.keys(copy) as (keyof typeof copy)[]).every((field) =>
    isEqual(copy[field], stored[field]),
  );
  return isSame && (categoryHandle === null || stored.isInCategory);
}

function isSameVariant(planned: PlannedVariant, stored: StoredVariant | undefined): boolean {
  if (!stored) return false;
  const {
    id: _id,
    title: _title,
    quantity: _quantity,
    options: _options,
    prices,
    ...goods
  } = planned;
  return (
    (Object.keys(goods) as (keyof typeof goods)[]).every(
      (field) => goods[field] === stored[field],
    ) && Object.entries(prices).every(([region, price]) => isEqual(price, stored.prices[region]))
  );
}

/** What is held stays on hand, whatever the file counts. */
function isSameStock({ quantity }: PlannedVariant, stored: StoredVariant | undefined): boolean {
  if (quantity === null) return true;
  const level = stored?.level;
  return level !== null && level !== undefined && Math.max(quantity, level.held) === level.onHand;
}

function keyOf(options: Record<string, string>): string {
  return JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Each product's stage has its own colour, the same at every import. */
function hueOf(handle: string): number {
  return createHash("sha256").update(handle).digest().readUInt16BE(0) % 360;
}
