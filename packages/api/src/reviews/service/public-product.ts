import { products } from "@meridian/db/schema.ts";
import { and, eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { noProduct } from "./refusals.ts";

/** The id of a product that shoppers see. @throws not_found `catalog.product_not_found` {handle} */
export async function requireProduct({ db }: ServiceContext, handle: string): Promise<string> {
  const [row] = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.handle, handle), eq(products.status, "active")));
  if (row === undefined) throw noProduct(handle);
  return row.id;
}
