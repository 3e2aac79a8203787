import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import { sql } from "drizzle-orm";
import { emit, event } from "../../../kernel/outbox.ts";
import { statement } from "../../../kernel/statement.ts";
import type { TransactionContext } from "../../../kernel/transaction.ts";
import { productChanged } from "../../events.ts";

/** Ids of the products that a category or collection holds, which are locked. */
export async function productsIn(
  tx: TransactionContext,
  kind: "category" | "collection",
  id: string,
): Promise<string[]> {
  const members =
    kind === "category"
      ? sql`select product_id from product_category where category_id = ${id}`
      : sql`select product_id from collection_product where collection_id = ${id}`;
  const rows = await statement<{ id: string }>(
    tx.db,
    sql`select id from product where id in (${members}) order by id for no key update`,
  );
  return rows.map((row) => row.id);
}

/** Brings products up to date that moved, and tells of each. */
export async function tellOfProducts(
  tx: TransactionContext,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await statement<{ id: string; handle: string; version: number }>(
    tx.db,
    sql`update product set version = version + 1, updated_at = now()
        where id = any(${sql.param(ids)}::text[]) returning id, handle, version`,
  );
  await refreshProducts(tx.db, ids);
  await emit(
    tx,
    rows.map(({ id, handle, version }) =>
      event(productChanged, id, version, { productId: id, handle }),
    ),
  );
}
