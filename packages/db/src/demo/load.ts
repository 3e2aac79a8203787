import { sql } from "drizzle-orm";
import { refreshProducts } from "../catalog-writer.ts";
import { createClient, type Transaction } from "../client.ts";
import { demoCatalogue } from "./catalogue.ts";
import { addContributions } from "./contributions.ts";
import { requireLocal } from "./local-only.ts";
import { renderPictures } from "./pictures/render.ts";
import { demoProducts } from "./shop.ts";
import { addGoods } from "./goods.ts";
import { addPromotions } from "./promotions.ts";
import { addShelves } from "./shelves.ts";
import { addTranslations } from "./translations.ts";

type DemoProgress = { step: "pictures" | "catalogue"; done: number; total: number };
type DemoReport = {
  /** Pictures that had to be drawn; 0 when all were there. */
  pictures: number;
  /** Products and variants that were added; 0 when all were there. */
  products: number;
  variants: number;
};

/**
 * Loads the demo shop: pictures into `mediaDir`, rows into the database. Rows have fixed ids and are only
 * ever added: a second run changes nothing, brings back products that were deleted, and leaves edits, stock, carts
 * and orders alone. They go in together or not at all. `now` decides when the drop opens.
 * @throws NotLocalError when the database is not on this machine
 */
export async function loadDemo({
  databaseUrl,
  mediaDir,
  onProgress = () => {},
  now = new Date(),
}: {
  databaseUrl: string;
  mediaDir: string;
  onProgress?: (progress: DemoProgress) => void;
  now?: Date;
}): Promise<DemoReport> {
  const db = createClient(databaseUrl, {
    max: 1,
    applicationName: "meridian-demo",
    statementTimeoutMs: 60_000,
  });
  try {
    requireLocal(db.$client);
    // Pictures first: once the rows are there, the shop must not show a hole.
    const pictures = await renderPictures(demoProducts, mediaDir, (done, total) =>
      onProgress({ step: "pictures", done, total }),
    );
    onProgress({ step: "catalogue", done: 0, total: 1 });
    const added = await db.transaction(async (tx) => addDemo(tx, now));
    onProgress({ step: "catalogue", done: 1, total: 1 });
    return { pictures, ...added };
  } finally {
    await db.$client.end();
  }
}

/** The database's half of `loadDemo`, in the caller's transaction. */
export async function addDemo(
  tx: Transaction,
  now: Date,
): Promise<{ products: number; variants: number }> {
  // Two loads at once would wait for each other's rows in a circle.
  await tx.execute(sql`select pg_advisory_xact_lock(4207317)`);
  const entries = demoCatalogue();
  const { products, variants } = await addGoods(tx, entries, await addShelves(tx, now));
  await refreshProducts(tx, products);
  await addContributions(tx, products);
  await addPromotions(tx, now);
  await addTranslations(tx, entries);
  return { products: products.length, variants: variants.length };
}
