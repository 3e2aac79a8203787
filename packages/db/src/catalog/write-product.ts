import type postgres from "postgres";
import { isEqual } from "./equal.ts";
import { newId } from "./new-id.ts";
import type { ProductContent, StoredProduct, VariantContent } from "./product.ts";
import { removePrices, writePrices } from "./write-prices.ts";
import { retireVariants, type RetireCause } from "./retire-variants.ts";

/**
 * The one way that a product is written: brings it from what it was (`lockProduct`; null: it is new) to what it is to
 * be, in the caller's transaction, with everything that lists and search read of it. Only what differs is written, sent
 * together, one statement for all rows of a table. The caller tells of it (`product.changed`).
 * @param cause for the ledger: variants that are gone have their stock written off
 * @returns the version that it has now; that of before when nothing differs
 */
export async function writeProduct(
  tx: postgres.ISql,
  before: StoredProduct | null,
  after: ProductContent,
  cause: RetireCause,
): Promise<number> {
  if (before !== null && isEqual(contentOf(before), contentOf(after))) return before.version;
  const version = (before?.version ?? 0) + 1;
  const kept = new Set(after.variants.map(({ id }) => id));
  const vanished = (before?.variants ?? []).filter(({ id }) => !kept.has(id));
  if (vanished.length > 0) {
    await retireVariants(
      tx,
      vanished.map(({ id }) => id),
      cause,
    );
  }
  const differs = (part: keyof ProductContent) => !isEqual(before?.[part] ?? [], after[part]);
  await Promise.all([
    writeRow(tx, after, version),
    ...(differs("variants") ? writeVariants(tx, before, after) : []),
    ...(differs("options") ? writeOptions(tx, after) : []),
    ...(differs("images") ? writeImages(tx, after) : []),
    ...(differs("categories") ? writeCategories(tx, after) : []),
    ...(differs("collections") ? writeCollections(tx, after) : []),
    tx`select refresh_products(array[${after.id}])`,
  ]);
  return version;
}

/** A stored product without what its tables keep by themselves. */
function contentOf(product: ProductContent | StoredProduct): ProductContent {
  const {
    version: _version,
    publishedAt: _publishedAt,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...content
  } = product as StoredProduct;
  return content;
}

function writeRow(tx: postgres.ISql, product: ProductContent, version: number) {
  const { id, handle, title, subtitle, description, vendor, type, tags, status } = product;
  return tx`
    insert into product as p (id, handle, title, subtitle, description, details, vendor, product_type,
      tags, status, hold_on_add, hue, published_at)
    values (${id}, ${handle}, ${title}, ${subtitle}, ${description},
      ${JSON.stringify(product.details)}::text::jsonb, ${vendor}, ${type}, ${tags}, ${status},
      ${product.holdOnAdd}, ${product.hue}, case when ${status} = 'active' then now() end)
    on conflict (id) do update set
      handle = excluded.handle, title = excluded.title, subtitle = excluded.subtitle,
      description = excluded.description, details = excluded.details, vendor = excluded.vendor,
      product_type = excluded.product_type, tags = excluded.tags, status = excluded.status,
      hold_on_add = excluded.hold_on_add, hue = excluded.hue,
      published_at = coalesce(p.published_at, excluded.published_at),
      version = ${version}, updated_at = now()`;
}

function writeVariants(tx: postgres.ISql, before: StoredProduct | null, after: ProductContent) {
  const was = new Map(before?.variants.map((variant) => [variant.id, variant]));
  const positions = new Map(before?.variants.map(({ id }, position) => [id, position]));
  const changed = after.variants
    .map((variant, position) => ({ ...variant, position }))
    .filter(
      ({ position, ...variant }) =>
        positions.get(variant.id) !== position || !isEqual(was.get(variant.id), variant),
    );
  const moved = changed.filter(({ id, sku }) => (was.get(id)?.sku ?? sku) !== sku);
  const unsold = changed.flatMap(({ id, prices }) =>
    Object.keys(was.get(id)?.prices ?? {})
      .filter((region) => prices[region] === undefined)
      .map((region) => ({ variantId: id, region })),
  );
  return [
    // Codes may have moved from one variant to another: all are given up before any is taken.
    ...(moved.length === 0
      ? []
      : [tx`update variant set sku = null where id = any(${moved.map(({ id }) => id)}::text[])`]),
    tx`
      insert into variant (id, product_id, sku, barcode, title, options, position, weight_grams,
             requires_shipping, taxable, is_tracked)
      select v.id, ${after.id}, v.sku, v.barcode, v.title, v.options, v.position, v."weightGrams",
             v."requiresShipping", v.taxable, v."isTracked"
        from jsonb_to_recordset(${JSON.stringify(changed)}::text::jsonb) v(id text, sku text, barcode text,
             title text, options jsonb, position int, "weightGrams" int, "requiresShipping" boolean,
             taxable boolean, "isTracked" boolean)
      on conflict (id) do update set
        sku = excluded.sku, barcode = excluded.barcode, title = excluded.title,
        options = excluded.options, position = excluded.position,
        weight_grams = excluded.weight_grams, requires_shipping = excluded.requires_shipping,
        taxable = excluded.taxable, is_tracked = excluded.is_tracked`,
    writePrices(tx, changed.flatMap(pricesOf)),
    ...(unsold.length === 0 ? [] : [removePrices(tx, unsold)]),
  ];
}

function pricesOf({ id: variantId, prices }: VariantContent) {
  return Object.entries(prices).map(([region, [amountMinor, compareAtMinor]]) => ({
    variantId,
    region,
    amountMinor,
    compareAtMinor,
  }));
}

function writeOptions(tx: postgres.ISql, { id, options }: ProductContent) {
  const rows = options.map((option, position) => ({ id: newId("opt"), position, ...option }));
  return [
    tx`delete from product_option where product_id = ${id}`,
    tx`
      insert into product_option (id, product_id, name, position, values)
      select o.id, ${id}, o.name, o.position, o.values
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          o(id text, name text, position int, values jsonb)`,
  ];
}

function writeImages(tx: postgres.ISql, { id, images }: ProductContent) {
  const rows = images.map((image, position) => ({ id: newId("img"), position, ...image }));
  return [
    tx`delete from image where product_id = ${id}`,
    tx`
      insert into image (id, product_id, variant_id, position, src, alt, widths, width, height, placeholder)
      select i.id, ${id}, i."variantId", i.position, i.src, i.alt, i.widths, i.width, i.height, i.placeholder
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          i(id text, position int, src text, alt text, "variantId" text, widths int[], width int,
            height int, placeholder text)`,
  ];
}

function writeCategories(tx: postgres.ISql, { id, categories }: ProductContent) {
  const ids = categories.map((category) => category.id);
  return [
    tx`delete from product_category where product_id = ${id} and category_id <> all(${ids}::text[])`,
    tx`insert into product_category (product_id, category_id)
       select ${id}, unnest(${ids}::text[]) on conflict do nothing`,
  ];
}

/** A product that comes into a collection stands at its end. */
function writeCollections(tx: postgres.ISql, { id, collections }: ProductContent) {
  const ids = collections.map((collection) => collection.id);
  return [
    tx`delete from collection_product where product_id = ${id} and collection_id <> all(${ids}::text[])`,
    tx`insert into collection_product (product_id, collection_id, position)
       select ${id}, c.id, coalesce((select max(position) + 1 from collection_product
           where collection_id = c.id), 0)
         from unnest(${ids}::text[]) c(id) on conflict do nothing`,
  ];
}
