import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

/** Whether an order of the user's, that was not cancelled, holds the product. */
export async function hasOrdered(
  { db }: ServiceContext,
  { userId, productId }: { userId: string; productId: string },
): Promise<boolean> {
  const found = await statement(
    db,
    sql`select 1 from checkout c
          join "order" o on o.checkout_id = c.id
          join order_line l on l.order_id = o.id
         where c.user_id = ${userId} and l.product_id = ${productId} and o.state <> 'cancelled'
         limit 1`,
  );
  return found.length > 0;
}
