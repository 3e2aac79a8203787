/** A product as those who manage it see it: every region's prices, drafts too. */
import { driverOf } from "@meridian/db/catalog/driver.ts";
import { findProducts } from "@meridian/db/catalog/find-products.ts";
import type { StoredProduct } from "@meridian/db/catalog/product.ts";
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { money } from "../../kernel/money.ts";
import { statement } from "../../kernel/statement.ts";
import type { Region } from "../contract.ts";
import type { GetProductRecord, ProductRecord } from "../contract/products.ts";
import { listRegions } from "./regions.ts";

/** @throws not_found `catalog.product_not_found` {handle} */
export async function getProductRecord(
  ctx: ServiceContext,
  input: GetProductRecord,
): Promise<ProductRecord> {
  const [found] = await findProducts(driverOf(ctx.db), keysOf(input.handle));
  if (!found) throw productNotFound(input.handle);
  return await toRecord(ctx, found);
}

/** Products behind an id, in the order of their ids. */
export async function listProductRecords(
  ctx: ServiceContext,
  afterId: string,
  limit: number,
): Promise<ProductRecord[]> {
  const ids = await statement<{ id: string }>(
    ctx.db,
    sql`select id from product where id > ${afterId} and status <> 'deleted' order by id limit ${limit}`,
  );
  const found = await findProducts(driverOf(ctx.db), { ids: ids.map(({ id }) => id) });
  return await Promise.all(found.map((stored) => toRecord(ctx, stored)));
}

/** What names a product: no handle begins like an id. */
export function keysOf(key: string): { ids: string[] } | { handles: string[] } {
  return key.startsWith("prod_") ? { ids: [key] } : { handles: [key] };
}

export function productNotFound(handle: string): DomainError {
  return new DomainError("not_found", "catalog.product_not_found", {
    message: "There is no such product.",
    details: { handle },
  });
}

export async function toRecord(ctx: ServiceContext, stored: StoredProduct): Promise<ProductRecord> {
  const { items: regions } = await listRegions(ctx);
  const places = new Map(stored.variants.map(({ id }, place) => [id, place]));
  const { type, categories, collections, status, ...rest } = stored;
  return {
    ...rest,
    productType: type,
    // Deleted ones are never read.
    status: status as ProductRecord["status"],
    variants: stored.variants.map(({ prices, ...variant }) => ({
      ...variant,
      prices: pricesOf(prices, regions),
    })),
    images: stored.images.map(({ variantId, ...image }) => ({
      ...image,
      variant: variantId === null ? null : (places.get(variantId) ?? null),
    })),
    categories: categories.map(({ handle }) => handle),
    collections: collections.map(({ handle }) => handle),
  };
}

function pricesOf(
  prices: StoredProduct["variants"][number]["prices"],
  regions: readonly Region[],
): ProductRecord["variants"][number]["prices"] {
  return regions.flatMap(({ id, currency }) => {
    const found = prices[id];
    if (found === undefined) return [];
    const [amount, compareAt] = found;
    return [
      {
        region: id,
        price: money(amount, currency),
        compareAt: compareAt === null ? null : money(compareAt, currency),
      },
    ];
  });
}
