import { createHash } from "node:crypto";
import { canonical } from "../../catalog/equal.ts";
import { newId } from "../../catalog/new-id.ts";
import type {
  OptionContent,
  ProductContent,
  Shelf,
  StoredProduct,
  VariantContent,
} from "../../catalog/product.ts";
import { type Market, pricesIn } from "./market.ts";
import type { ImportedProduct, ImportedVariant } from "./product.ts";
import { slug } from "./values.ts";

/** What the shop is to have so that it has the product as the file does. */
export type Plan = {
  content: ProductContent;
  /** What the file counts, by variant. */
  counts: { id: string; quantity: number }[];
};

/**
 * The shop's product with what the file says of it. Variants are recognised by their options and keep their ids; what
 * a file can't say (details, collections, prices of other regions) stays.
 * @param category what the product's type names; null: nothing
 */
export function planImport(
  product: ImportedProduct,
  stored: StoredProduct | null,
  market: Market,
  category: Shelf | null,
): Plan {
  const known = new Map(stored?.variants.map((variant) => [canonical(variant.options), variant]));
  const variants = product.variants.map((variant) =>
    planVariant(variant, known.get(canonical(variant.options)), market),
  );
  const named = new Set(variants.map(({ id }) => id));
  // Those that were retired already stay as they are.
  const retired = (stored?.variants ?? []).filter(
    ({ id, prices }) => !named.has(id) && Object.keys(prices).length === 0,
  );
  const { title, description, vendor, type, tags, status, handle } = product;
  return {
    content: {
      id: stored?.id ?? newId("prod"),
      handle,
      title,
      subtitle: stored?.subtitle ?? "",
      description,
      details: stored?.details ?? [],
      vendor,
      type,
      tags,
      status,
      holdOnAdd: stored?.holdOnAdd ?? false,
      hue: stored?.hue ?? hueOf(handle),
      options: planOptions(product, stored),
      variants: [...variants, ...retired],
      images: planImages(product, stored, variants),
      categories: planCategories(product, stored, category),
      collections: stored?.collections ?? [],
    },
    counts: product.variants.flatMap(({ quantity }, place) => {
      const id = variants[place]?.id;
      return quantity === null || id === undefined ? [] : [{ id, quantity }];
    }),
  };
}

function planVariant(
  variant: ImportedVariant,
  stored: VariantContent | undefined,
  market: Market,
): VariantContent {
  const { options, sku, barcode, weightGrams, requiresShipping, taxable, isTracked } = variant;
  return {
    id: stored?.id ?? newId("var"),
    sku,
    barcode,
    title: Object.values(options).join(" / ") || "One size",
    options,
    weightGrams,
    requiresShipping,
    taxable,
    isTracked,
    prices: { ...stored?.prices, ...pricesIn(market, variant) },
  };
}

/** Values in the order in which they come up; a swatch that somebody chose stays with its value. */
function planOptions(product: ImportedProduct, stored: StoredProduct | null): OptionContent[] {
  return product.optionNames.map((name) => {
    const values = [...new Set(product.variants.map(({ options }) => options[name] ?? ""))];
    const before = stored?.options.find((option) => option.name === name)?.values ?? [];
    return {
      name,
      values: values.map((value) => before.find((known) => known.value === value) ?? { value }),
    };
  });
}

function planImages(
  product: ImportedProduct,
  stored: StoredProduct | null,
  variants: readonly VariantContent[],
): ProductContent["images"] {
  return product.images.map(({ src, alt, variant }) => ({
    ...(stored?.images.find((image) => image.src === src) ?? {
      widths: [],
      width: null,
      height: null,
      placeholder: null,
    }),
    src,
    // A picture without words is at least the product's.
    alt: alt || product.title,
    variantId: variant === null ? null : (variants[variant]?.id ?? null),
  }));
}

/** A product whose type has moved leaves the category that the old one named. */
function planCategories(
  product: ImportedProduct,
  stored: StoredProduct | null,
  category: Shelf | null,
): Shelf[] {
  const before = stored?.categories ?? [];
  const left = stored?.type === product.type ? "" : slug(stored?.type ?? "");
  const staying = before.filter(({ handle }) => handle !== left || handle === category?.handle);
  const isThere = staying.some(({ id }) => id === category?.id);
  return category === null || isThere ? staying : [...staying, category];
}

/** Each product's stage has its own colour, the same at every import. */
function hueOf(handle: string): number {
  return createHash("sha256").update(handle).digest().readUInt16BE(0) % 360;
}
