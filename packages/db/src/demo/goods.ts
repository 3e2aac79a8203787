import { inArray, sum } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import * as schema from "../schema.ts";
import { add } from "./add.ts";
import type { DemoEntry, DemoVariant } from "./catalogue.ts";
import { collections } from "./collections.ts";
import { stableId } from "./digest.ts";
import { demoLocations } from "./locations.ts";
import { withPast } from "./past.ts";
import type { Shelves } from "./shelves.ts";

/**
 * Adds the products that the shop does not have, each with all that belongs to it. A product that is there, or whose
 * handle is taken, is left exactly as it is: by now it is the shopkeeper's. Returns the ids of what is new.
 */
export async function addGoods(
  tx: Transaction,
  entries: readonly DemoEntry[],
  shelves: Shelves,
): Promise<{ products: string[]; variants: string[] }> {
  const inserted = await tx
    .insert(schema.products)
    .values(entries.map(productRow))
    .onConflictDoNothing()
    .returning({ id: schema.products.id });
  const products = new Set(inserted.map(({ id }) => id));
  const fresh = entries.filter(({ id }) => products.has(id));
  if (fresh.length === 0) return { products: [], variants: [] };
  await add(tx, schema.productOptions, fresh.flatMap(optionRows));
  const variants = await addVariants(tx, fresh);
  await add(
    tx,
    schema.images,
    fresh.flatMap((entry) => imageRows(entry, variants)),
  );
  await add(
    tx,
    schema.productCategories,
    fresh.flatMap(({ id: productId, categoryHandle }) =>
      shelved(shelves.categories, categoryHandle).map((categoryId) => ({ productId, categoryId })),
    ),
  );
  await add(tx, schema.collectionProducts, collectionRows(products, shelves));
  return { products: [...products], variants: [...variants] };
}

/** Variants with their prices and opening stock: every unit on hand comes in through the ledger. */
async function addVariants(tx: Transaction, entries: readonly DemoEntry[]): Promise<Set<string>> {
  const rows = entries.flatMap(variantRows);
  // Without those whose SKU another product has taken.
  const inserted = await tx
    .insert(schema.variants)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: schema.variants.id });
  const ids = new Set(inserted.map(({ id }) => id));
  const variants = entries.flatMap((entry) => entry.variants).filter(({ id }) => ids.has(id));
  await add(
    tx,
    schema.prices,
    variants.flatMap(({ id, prices }) => prices.map((price) => ({ variantId: id, ...price }))),
  );
  await addStock(tx, entries, ids);
  return ids;
}

/**
 * Opening stock. Every unit on hand is in the ledger, and the ledger outlives a deleted product: for one that comes
 * back, only the difference is booked.
 */
async function addStock(
  tx: Transaction,
  entries: readonly DemoEntry[],
  ids: ReadonlySet<string>,
): Promise<void> {
  const { movements, levels } = schema;
  const booked = await tx
    .select({
      variantId: movements.variantId,
      locationId: movements.locationId,
      total: sum(movements.delta).mapWith(Number),
    })
    .from(movements)
    .where(inArray(movements.variantId, [...ids]))
    .groupBy(movements.variantId, movements.locationId);
  const totals = new Map(
    booked.map(({ variantId, locationId, total }) => [`${variantId} ${locationId}`, total]),
  );
  const stock = entries.flatMap(({ product, variants }) =>
    variants
      .filter(({ id }) => ids.has(id))
      .flatMap(stockRows)
      .map((row, place) => ({ ...row, isFirst: place === 0, handle: product.handle })),
  );
  const changes = stock.flatMap(({ onHand, isFirst, handle, ...at }) => {
    const before = totals.get(`${at.variantId} ${at.locationId}`);
    const reason = before === undefined ? ("received" as const) : ("counted" as const);
    const arrival = { ...at, delta: onHand - (before ?? 0), reason, reference: "demo" };
    return isFirst && before === undefined ? withPast(handle, arrival) : [arrival];
  });
  await add(
    tx,
    movements,
    changes.filter(({ delta }) => delta !== 0),
  );
  await add(
    tx,
    levels,
    stock.map(({ isFirst: _first, handle: _handle, ...level }) => level),
  );
}

function stockRows({ id, stock }: DemoVariant) {
  return demoLocations.map(({ key }) => ({
    variantId: id,
    locationId: stableId("loc", key),
    onHand: stock[key],
  }));
}

function productRow({
  id,
  product,
  publishedAt,
  categoryTitle,
}: DemoEntry): typeof schema.products.$inferInsert {
  return {
    id,
    handle: product.handle,
    title: product.title,
    subtitle: product.line,
    description: product.text,
    details: [...product.details],
    vendor: "Meridian",
    productType: categoryTitle,
    tags: [...product.tags],
    holdOnAdd: product.holdOnAdd ?? false,
    hue: product.hue,
    publishedAt,
  };
}

function optionRows({ id, product }: DemoEntry): (typeof schema.productOptions.$inferInsert)[] {
  return product.axes.map(({ name, values }, position) => ({
    id: stableId("opt", `${product.handle}/${name}`),
    productId: id,
    name,
    position,
    values: values.map(({ value, swatch }) =>
      swatch === undefined ? { value } : { value, swatch },
    ),
  }));
}

function variantRows({
  id: productId,
  variants,
}: DemoEntry): (typeof schema.variants.$inferInsert)[] {
  return variants.map(({ id, sku, barcode, title, options, weightGrams }, position) => ({
    id,
    productId,
    sku,
    barcode,
    title,
    options,
    position,
    weightGrams,
  }));
}

function imageRows(
  { id: productId, images }: DemoEntry,
  variants: Set<string>,
): (typeof schema.images.$inferInsert)[] {
  return images.map(({ variantId, widths, ...image }, position) => {
    const width = Math.max(...widths);
    return {
      ...image,
      productId,
      position,
      widths,
      variantId: variantId !== null && variants.has(variantId) ? variantId : null,
      width,
      height: Math.round(width * 1.25),
    };
  });
}

function collectionRows(
  products: Set<string>,
  shelves: Shelves,
): (typeof schema.collectionProducts.$inferInsert)[] {
  return collections.flatMap((collection) =>
    collection.products
      .map((handle, position) => ({ productId: stableId("prod", handle), position }))
      .filter(({ productId }) => products.has(productId))
      .flatMap((row) =>
        shelved(shelves.collections, collection.handle).map((collectionId) => ({
          ...row,
          collectionId,
        })),
      ),
  );
}

function shelved(shelves: Map<string, string>, handle: string): string[] {
  const id = shelves.get(handle);
  return id === undefined ? [] : [id];
}
