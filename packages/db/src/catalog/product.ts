/** A product with all that belongs to it, as the tables have it: what every writer of products reads and writes. */

/** Region -> price and price before, in minor units of the region's currency. */
export type RegionalPrices = Record<string, [amountMinor: number, compareAtMinor: number | null]>;

export type VariantContent = {
  id: string;
  sku: string | null;
  barcode: string | null;
  title: string;
  /** Axis -> value. */
  options: Record<string, string>;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  isTracked: boolean;
  prices: RegionalPrices;
};

export type ImageContent = {
  src: string;
  alt: string;
  variantId: string | null;
  widths: number[];
  width: number | null;
  height: number | null;
  placeholder: string | null;
};

export type OptionContent = { name: string; values: { value: string; swatch?: string }[] };

/** Variants, options and pictures stand in display order. */
export type ProductContent = {
  id: string;
  handle: string;
  title: string;
  subtitle: string;
  description: string;
  details: string[];
  vendor: string;
  type: string;
  tags: string[];
  status: "draft" | "active" | "archived" | "deleted";
  holdOnAdd: boolean;
  hue: number;
  options: OptionContent[];
  variants: VariantContent[];
  images: ImageContent[];
  categories: Shelf[];
  collections: Shelf[];
};

/** A category or a collection. */
export type Shelf = { id: string; handle: string };

export type StoredProduct = ProductContent & {
  version: number;
  publishedAt: string | null;
  createdAt: string;
  updatedAt: string;
};
