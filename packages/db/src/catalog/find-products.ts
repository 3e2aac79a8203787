import type postgres from "postgres";
import type { StoredProduct } from "./product.ts";

/** By handles, or by ids. */
export type ProductKeys = { handles: readonly string[] } | { ids: readonly string[] };

/** Products as they are, those that were deleted left out; one statement, whatever their number. */
export async function findProducts(
  sql: postgres.ISql,
  keys: ProductKeys,
): Promise<StoredProduct[]> {
  const rows = await sql<{ row: StoredProduct }[]>`
    select json_build_object(
      'id', p.id, 'version', p.version, 'handle', p.handle, 'title', p.title, 'subtitle', p.subtitle,
      'description', p.description, 'details', p.details, 'vendor', p.vendor, 'type', p.product_type,
      'tags', p.tags, 'status', p.status, 'holdOnAdd', p.hold_on_add, 'hue', p.hue,
      'publishedAt', to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'createdAt', to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'updatedAt', to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'options', (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values)
          order by o.position), '[]') from product_option o where o.product_id = p.id),
      'variants', (select coalesce(json_agg(json_build_object(
          'id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'title', v.title, 'options', v.options,
          'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping,
          'taxable', v.taxable, 'isTracked', v.is_tracked,
          'prices', (select coalesce(json_object_agg(pr.region_id,
              json_build_array(pr.amount_minor, pr.compare_at_minor)), '{}')
            from price pr where pr.variant_id = v.id)
        ) order by v.position, v.id), '[]') from variant v where v.product_id = p.id),
      'images', (select coalesce(json_agg(json_build_object('src', i.src, 'alt', i.alt,
          'variantId', i.variant_id, 'widths', i.widths, 'width', i.width, 'height', i.height,
          'placeholder', i.placeholder) order by i.position), '[]')
        from image i where i.product_id = p.id),
      'categories', (select coalesce(json_agg(json_build_object('id', c.id, 'handle', c.handle)
          order by c.position, c.id), '[]')
        from product_category pc join category c on c.id = pc.category_id where pc.product_id = p.id),
      'collections', (select coalesce(json_agg(json_build_object('id', c.id, 'handle', c.handle)
          order by c.position, c.id), '[]')
        from collection_product cp join collection c on c.id = cp.collection_id
       where cp.product_id = p.id)
    ) as row
    from product p
    where ${"ids" in keys ? sql`p.id = any(${[...keys.ids]}::text[])` : sql`p.handle = any(${[...keys.handles]}::text[])`}
      and p.status <> 'deleted'
    order by p.id`;
  return rows.map(({ row }) => row);
}

/**
 * Locks a product and its variants, then reads it: two writers of one product come one after the other. Variants are
 * locked in the order that writers of stock keep.
 */
export async function lockProduct(
  tx: postgres.ISql,
  keys: ProductKeys,
): Promise<StoredProduct | null> {
  const isIt =
    "ids" in keys
      ? tx`p.id = any(${[...keys.ids]}::text[])`
      : tx`p.handle = any(${[...keys.handles]}::text[])`;
  // Sent before the read, which must see what they waited for: a query of the driver goes out only when it is told to.
  const locks = [
    tx`select from product p where ${isIt} for no key update`.execute(),
    tx`select from variant v where v.product_id in (select p.id from product p where ${isIt})
       order by v.id for no key update`.execute(),
  ];
  const [[found]] = await Promise.all([findProducts(tx, keys), ...locks]);
  return found ?? null;
}
