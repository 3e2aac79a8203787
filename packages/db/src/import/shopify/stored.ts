import type postgres from "postgres";

/** What the shop has of a product, in the terms of an import. */
export type StoredProduct = {
  id: string;
  version: number;
  title: string;
  description: string;
  vendor: string;
  type: string;
  tags: string[];
  status: string;
  /** Whether it stands in the category that its type names. */
  isInCategory: boolean;
  options: { name: string; values: { value: string; swatch?: string }[] }[];
  variants: StoredVariant[];
  images: { src: string; alt: string; variantId: string | null }[];
};

export type StoredVariant = {
  id: string;
  options: Record<string, string>;
  position: number;
  sku: string | null;
  barcode: string | null;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  isTracked: boolean;
  prices: Record<string, [number, number | null]>;
  /** At the location of the import. */
  level: { onHand: number; held: number } | null;
};

/** Reads and locks a product by its handle; one statement. The lock makes two imports of it wait for each other. */
export async function findStored(
  tx: postgres.TransactionSql,
  handle: string,
  locationId: string,
  categoryHandle: string | null,
): Promise<StoredProduct | null> {
  const [found] = await tx<{ row: StoredProduct }[]>`
    select json_build_object(
      'id', p.id, 'version', p.version, 'title', p.title, 'description', p.description,
      'vendor', p.vendor, 'type', p.product_type, 'tags', p.tags, 'status', p.status,
      'isInCategory', exists (
        select from product_category pc join category c on c.id = pc.category_id
         where pc.product_id = p.id and c.handle = ${categoryHandle}),
      'options', (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values)
          order by o.position), '[]') from product_option o where o.product_id = p.id),
      'variants', (select coalesce(json_agg(json_build_object(
          'id', v.id, 'options', v.options, 'position', v.position, 'sku', v.sku,
          'barcode', v.barcode, 'weightGrams', v.weight_grams,
          'requiresShipping', v.requires_shipping, 'taxable', v.taxable, 'isTracked', v.is_tracked,
          'prices', (select coalesce(json_object_agg(pr.region_id,
              json_build_array(pr.amount_minor, pr.compare_at_minor)), '{}')
            from price pr where pr.variant_id = v.id),
          'level', (select json_build_object('onHand', l.on_hand, 'held', l.held)
            from level l where l.variant_id = v.id and l.location_id = ${locationId})
        ) order by v.position, v.id), '[]') from variant v where v.product_id = p.id),
      'images', (select coalesce(json_agg(json_build_object('src', i.src, 'alt', i.alt,
          'variantId', i.variant_id) order by i.position), '[]') from image i where i.product_id = p.id)
    ) as row
    from product p where p.handle = ${handle} for no key update of p`;
  return found?.row ?? null;
}
