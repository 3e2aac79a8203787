/** Products with several variants for tests of lists, search and facets. */
import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import type { Database } from "@meridian/db/client.ts";
import {
  categories,
  collectionProducts,
  collections,
  images,
  levels,
  prices,
  productCategories,
  productOptions,
  products,
  variants,
} from "@meridian/db/schema.ts";
import { newId } from "../src/kernel/ids.ts";

/** @returns id and handle of a category with no products yet */
export async function makeCategory(
  db: Database,
  title: string,
  parentId?: string,
): Promise<{ id: string; handle: string }> {
  const id = newId("cat");
  await db.insert(categories).values({ id, handle: id, title, ...(parentId && { parentId }) });
  return { id, handle: id };
}

export async function makeCollection(
  db: Database,
  title: string,
): Promise<{ id: string; handle: string }> {
  const id = newId("col");
  await db.insert(collections).values({ id, handle: id, title });
  return { id, handle: id };
}

export type NewVariant = {
  options?: Record<string, string>;
  /** EUR cents; null: not sold in `eu`. */
  eur?: number | null;
  compareAtEur?: number;
  stock?: number;
  isTracked?: boolean;
};

export type NewListedProduct = {
  title: string;
  subtitle?: string;
  description?: string;
  tags?: string[];
  status?: "active" | "draft" | "archived";
  publishedAt?: string;
  categoryIds?: string[];
  collectionIds?: string[];
  variants?: NewVariant[];
  /** Stock goes to this location. */
  locationId?: string;
};

/** A product as shoppers see it, with everything derived from it. */
export async function makeProduct(
  db: Database,
  input: NewListedProduct,
): Promise<{ id: string; handle: string; variantIds: string[] }> {
  const id = newId("prod");
  const { title, subtitle = "", description = "", tags = [], status = "active" } = input;
  const publishedAt = input.publishedAt ?? new Date().toISOString();
  await db
    .insert(products)
    .values({ id, handle: id, title, subtitle, description, tags, status, publishedAt });
  for (const categoryId of input.categoryIds ?? []) {
    await db.insert(productCategories).values({ productId: id, categoryId });
  }
  for (const collectionId of input.collectionIds ?? []) {
    await db.insert(collectionProducts).values({ productId: id, collectionId });
  }
  for (const position of [0, 1, 2]) {
    const src = `https://pictures.example/${id}/${position}`;
    await db.insert(images).values({ id: newId("img"), productId: id, position, src });
  }
  const made = input.variants ?? [{}];
  await addOptions(db, id, made);
  const variantIds: string[] = [];
  for (const [position, variant] of made.entries()) {
    variantIds.push(await addVariant(db, id, position, variant, input.locationId));
  }
  await refreshProducts(db, [id]);
  return { id, handle: id, variantIds };
}

async function addOptions(db: Database, productId: string, made: readonly NewVariant[]) {
  const names = Object.keys(made[0]?.options ?? {});
  for (const [position, name] of names.entries()) {
    const values = [...new Set(made.map((variant) => variant.options?.[name] ?? ""))];
    await db.insert(productOptions).values({
      id: newId("opt"),
      productId,
      name,
      position,
      values: values.map((value) => (name === "Color" ? { value, swatch: "#123456" } : { value })),
    });
  }
}

async function addVariant(
  db: Database,
  productId: string,
  position: number,
  { options = {}, eur = 1000, compareAtEur, stock, isTracked = true }: NewVariant,
  locationId: string | undefined,
): Promise<string> {
  const id = newId("var");
  const title = Object.values(options).join(" / ");
  await db.insert(variants).values({ id, productId, position, title, options, isTracked });
  if (eur !== null) {
    await db.insert(prices).values({
      variantId: id,
      regionId: "eu",
      currency: "EUR",
      amountMinor: eur,
      compareAtMinor: compareAtEur ?? null,
    });
  }
  if (stock !== undefined && locationId !== undefined) {
    await db.insert(levels).values({ variantId: id, locationId, onHand: stock });
  }
  return id;
}
