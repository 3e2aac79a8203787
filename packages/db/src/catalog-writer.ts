import { sql } from "drizzle-orm";
import type { Executor } from "./client.ts";

/**
 * Brings up to date what lists and search read of these products: their facets, their price range per
 * region and the words that a mistyped search is corrected to. Call it in the transaction that changed
 * their categories, collections, variants, prices or copy. A few statements, whatever the number.
 */
export async function refreshProducts(db: Executor, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  await db.execute(sql`select refresh_products(${sql.param([...productIds])}::text[])`);
}
