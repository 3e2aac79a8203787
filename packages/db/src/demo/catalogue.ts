import { pick, stableId } from "./digest.ts";
import { planPictures } from "./pictures/plan.ts";
import { surface } from "./pictures/tones.ts";
import type { AxisValue, DemoProduct } from "./product.ts";
import { type RegionalPrice, regionalPrices } from "./regional-price.ts";
import { openingStock, type LocationKey } from "./locations.ts";
import { type Leaf, leaves } from "./shop.ts";

export type DemoVariant = {
  id: string;
  sku: string;
  barcode: string;
  title: string;
  options: Record<string, string>;
  weightGrams: number;
  prices: RegionalPrice[];
  stock: Record<LocationKey, number>;
};

export type DemoEntry = {
  id: string;
  categoryHandle: string;
  categoryTitle: string;
  product: DemoProduct;
  publishedAt: string;
  variants: DemoVariant[];
  images: {
    id: string;
    variantId: string | null;
    src: string;
    widths: number[];
    alt: string;
    placeholder: string;
  }[];
};

const NEWEST = Date.UTC(2026, 2, 2, 8);
const DAY_MS = 86_400_000;

/** The whole demo shop as rows waiting for a database: the same on every machine. */
export function demoCatalogue(): DemoEntry[] {
  return leaves.flatMap((leaf) => leaf.products.map((product) => entryOf(product, leaf)));
}

function entryOf(product: DemoProduct, leaf: Leaf): DemoEntry {
  const variants = variantsOf(product);
  return {
    id: stableId("prod", product.handle),
    categoryHandle: leaf.handle,
    categoryTitle: leaf.title,
    product,
    // All came in over half a year. The drop is not the newest: lists begin with what is sold without a line.
    publishedAt: new Date(
      NEWEST - (product.holdOnAdd ? 60 : 1 + pick(`age:${product.handle}`, 180)) * DAY_MS,
    ).toISOString(),
    variants,
    images: imagesOf(product, variants),
  };
}

/** Every combination of the axes' values, the first axis turning slowest. */
function combinations(product: DemoProduct): AxisValue[][] {
  return product.axes.reduce<AxisValue[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

function variantsOf(product: DemoProduct): DemoVariant[] {
  const code = product.handle
    .split("-")
    .map((word) => word.slice(0, 3).toUpperCase())
    .join("-");
  return combinations(product).map((values, index) => {
    const sku = `${code}-${String(index + 1).padStart(2, "0")}`;
    const plusEur = values.reduce((sum, value) => sum + value.plusEur, 0);
    return {
      id: stableId("var", sku),
      sku,
      barcode: barcode(sku),
      title: values.map(({ value }) => value).join(" / "),
      options: Object.fromEntries(
        values.map(({ value }, axis) => [product.axes[axis]?.name ?? "", value]),
      ),
      weightGrams: product.grams,
      prices: regionalPrices(
        product.eur + plusEur,
        product.was === undefined ? undefined : product.was + plusEur,
      ),
      stock: openingStock(sku, product.holdOnAdd ?? false),
    };
  });
}

/** An EAN-13 from the range 200-299 that shops use for their own numbering. */
function barcode(sku: string): string {
  const digits = `29${String(pick(`ean:${sku}`, 10_000_000_000)).padStart(10, "0")}`;
  const sum = Array.from(digits, Number).reduce(
    (total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A picture of a colour belongs to the first variant in that colour. */
function imagesOf(product: DemoProduct, variants: readonly DemoVariant[]): DemoEntry["images"] {
  return planPictures(product).map(({ name, alt, widths, scene, color }) => ({
    id: stableId("img", `${product.handle}/${name}`),
    variantId:
      variants.find(({ options }) => color !== undefined && options["Color"] === color)?.id ?? null,
    src: `/media/${product.handle}/${name}`,
    widths: [...widths],
    alt,
    placeholder: surface(scene.tone, "wallLow", scene.hue),
  }));
}
