import { sql } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { LineRow } from "./rows.ts";

/**
 * Of these variants those that are sold through a drop's line which this cart was not let in by: the drop is not open, or
 * the cart has no pass, or none any more.
 */
export async function findBarred(
  { db }: TransactionContext,
  cartId: string,
  rows: readonly LineRow[],
): Promise<Map<string, { drop: string; startsAt: string }>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ variantId }) => variantId);
  const barred = await statement<{ variantId: string; drop: string; startsAt: string }>(
    db,
    sql`select variant.id as "variantId", c.handle as drop,
          to_char(c.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt"
        from variant
        join collection_product on collection_product.product_id = variant.product_id
        join collection c on c.id = collection_product.collection_id
        where variant.id = any(${sql.param(ids)}::text[]) and c.starts_at is not null and c.admits is not null
          and not exists (select from drop_pass
            where drop_pass.collection_id = c.id and drop_pass.cart_id = ${cartId}
              and drop_pass.expires_at > clock_timestamp())`,
  );
  return new Map(barred.map(({ variantId, ...door }) => [variantId, door]));
}
