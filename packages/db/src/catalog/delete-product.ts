import type postgres from "postgres";
import type { StoredProduct } from "./product.ts";
import { retireVariants } from "./retire-variants.ts";

/**
 * Takes a product out, locked by the caller. While carts, checkouts or orders point at its variants its row stays,
 * unseen, and gives up its handle and codes: a line must be able to say what it was. The caller tells of it.
 * @returns the version that its end has
 */
export async function deleteProduct(tx: postgres.ISql, product: StoredProduct): Promise<number> {
  const { id } = product;
  const ids = product.variants.map((variant) => variant.id);
  const staying = await retireVariants(tx, ids, { reason: "counted", reference: id });
  const version = product.version + 1;
  if (staying.length === 0) {
    await tx`delete from product where id = ${id}`;
    return version;
  }
  await Promise.all([
    tx`update product set status = 'deleted', handle = id, version = ${version}, updated_at = now()
       where id = ${id}`,
    tx`delete from product_category where product_id = ${id}`,
    tx`delete from collection_product where product_id = ${id}`,
    tx`select refresh_products(array[${id}])`,
  ]);
  return version;
}
