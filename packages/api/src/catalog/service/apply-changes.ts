import type { Executor } from "@meridian/db/client.ts";
import { sql } from "drizzle-orm";

/**
 * Takes up to `limit` changes of products and stock into the facet maps; the oldest first. One caller at a time: another
 * has nothing to do meanwhile. Returns how many were taken.
 */
export async function applyCatalogChanges(db: Executor, limit: number): Promise<number> {
  const [row] = await db.execute<{ applied: number }>(
    sql`select apply_catalog_changes(${limit}) as applied`,
  );
  return row?.applied ?? 0;
}
