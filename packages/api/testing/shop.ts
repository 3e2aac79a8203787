/** Factories for tests on a real database: each call makes rows of its own. */
import type { Database } from "@meridian/db/client.ts";
import { levels, locations, movements, prices, products, variants } from "@meridian/db/schema.ts";
import { newId } from "../src/kernel/ids.ts";

export async function makeLocation(db: Database, position = 0): Promise<string> {
  const id = newId("loc");
  await db.insert(locations).values({ id, name: id, country: "DE", homeRegion: "eu", position });
  return id;
}

export type NewProduct = {
  title?: string;
  holdOnAdd?: boolean;
  isTracked?: boolean;
  taxable?: boolean;
  /** Minor units per region. */
  priceMinor?: { eu?: number; uk?: number; us?: number; jp?: number };
  /** On hand per location; a level with 0 is made without a movement. */
  stock?: Record<string, number>;
};

const currencyOf = { eu: "EUR", uk: "GBP", us: "USD", jp: "JPY" } as const;

/** A product with one variant, prices and stock, the ledger in order. */
export async function makeVariant(
  db: Database,
  input: NewProduct = {},
): Promise<{ productId: string; variantId: string }> {
  const productId = newId("prod");
  const variantId = newId("var");
  const title = input.title ?? "Tide teapot";
  await db
    .insert(products)
    .values({ id: productId, handle: productId, title, holdOnAdd: input.holdOnAdd ?? false });
  await db.insert(variants).values({
    id: variantId,
    productId,
    title: "One size",
    sku: variantId,
    isTracked: input.isTracked ?? true,
    taxable: input.taxable ?? true,
  });
  const priced = Object.entries(input.priceMinor ?? { eu: 1999 });
  if (priced.length > 0) {
    await db.insert(prices).values(
      priced.map(([regionId, amountMinor]) => ({
        variantId,
        regionId,
        currency: currencyOf[regionId as keyof typeof currencyOf],
        amountMinor,
      })),
    );
  }
  await addStock(db, variantId, input.stock ?? {});
  return { productId, variantId };
}

async function addStock(db: Database, variantId: string, stock: Record<string, number>) {
  const rows = Object.entries(stock).map(([locationId, onHand]) => ({ locationId, onHand }));
  if (rows.length === 0) return;
  await db.insert(levels).values(rows.map((row) => ({ variantId, ...row })));
  const counted = rows.filter((row) => row.onHand > 0);
  if (counted.length === 0) return;
  await db.insert(movements).values(
    counted.map(({ locationId, onHand }) => ({
      variantId,
      locationId,
      delta: onHand,
      reason: "imported" as const,
    })),
  );
}
