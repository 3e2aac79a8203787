import { sql } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { markOrdered } from "./checkout.ts";
import { raiseVersion } from "./write.ts";

/**
 * Takes out of a cart what an order bought. What came into it after its checkout began stays, and the
 * cart with it; a cart that has nothing left is ordered. The caller has locked the cart.
 * @param input.version the version that was bought: when it is still that, the whole cart is ordered as it is
 * @throws conflict `cart.not_active`, not_found `cart.not_found` when it had ended before
 */
export async function takeOrdered(
  tx: TransactionContext,
  input: {
    cartId: string;
    version: number;
    lines: readonly { variantId: string; quantity: number }[];
  },
): Promise<void> {
  const { cartId } = input;
  if ((await versionOf(tx, cartId)) === input.version) return markOrdered(tx, cartId);
  const ordered = sql`unnest(
    ${sql.param(input.lines.map((line) => line.variantId))}::text[],
    ${sql.param(input.lines.map((line) => line.quantity))}::int[]) as ordered(variant_id, quantity)`;
  await statement(
    tx.db,
    sql`with bought as (
          delete from cart_line using ${ordered}
          where cart_id = ${cartId} and cart_line.variant_id = ordered.variant_id
            and cart_line.quantity <= ordered.quantity
        )
        update cart_line set quantity = cart_line.quantity - ordered.quantity from ${ordered}
        where cart_id = ${cartId} and cart_line.variant_id = ordered.variant_id
          and cart_line.quantity > ordered.quantity`,
  );
  const left = await statement(
    tx.db,
    sql`select 1 from cart_line where cart_id = ${cartId} limit 1`,
  );
  return left.length === 0 ? markOrdered(tx, cartId) : raiseVersion(tx, cartId);
}

async function versionOf(tx: TransactionContext, cartId: string): Promise<number | undefined> {
  const [row] = await statement<{ version: number }>(
    tx.db,
    sql`select version from cart where id = ${cartId}`,
  );
  return row?.version;
}
