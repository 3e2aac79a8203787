import type postgres from "postgres";
import type { Market } from "./market.ts";
import { newId } from "./new-id.ts";
import type { Plan } from "./plan.ts";
import { retireVariants } from "./retire.ts";
import { emitProductChanged, writeStock } from "./stock.ts";

/**
 * Writes a plan in its transaction. The statements are sent together and each is one for all rows of its table,
 * so a product costs one round trip whatever its size.
 */
export async function writePlan(
  tx: postgres.TransactionSql,
  plan: Plan,
  market: Market,
  categoryId: string | null,
): Promise<void> {
  if (plan.vanishedIds.length > 0) await retireVariants(tx, plan.vanishedIds);
  // A query is sent when it is first waited for: content before stock, which refers to it.
  const content = Promise.all(
    plan.changes.content ? writeContent(tx, plan, market, categoryId) : [],
  );
  const stock = plan.changes.stock ? writeStock(tx, plan, market.locationId) : undefined;
  await Promise.all([content, stock]);
}

function writeContent(
  tx: postgres.TransactionSql,
  plan: Plan,
  market: Market,
  categoryId: string | null,
): PromiseLike<unknown>[] {
  return [
    writeProduct(tx, plan),
    ...writeVariants(tx, plan, market),
    ...(plan.changes.options ? writeOptions(tx, plan) : []),
    ...(plan.changes.images ? writeImages(tx, plan) : []),
    ...(categoryId === null
      ? []
      : [
          tx`insert into product_category (product_id, category_id)
             values (${plan.id}, ${categoryId}) on conflict do nothing`,
        ]),
    tx`select refresh_products(array[${plan.id}])`,
    emitProductChanged(tx, plan),
  ];
}

function writeProduct(tx: postgres.TransactionSql, { id, version, hue, product }: Plan) {
  const { handle, title, description, vendor, type, tags, status } = product;
  return tx`
    insert into product as p
      (id, handle, title, description, vendor, product_type, tags, status, hue, published_at)
    values (${id}, ${handle}, ${title}, ${description}, ${vendor}, ${type}, ${tags}, ${status}, ${hue},
      case when ${status} = 'active' then now() end)
    on conflict (id) do update set
      title = excluded.title, description = excluded.description, vendor = excluded.vendor,
      product_type = excluded.product_type, tags = excluded.tags, status = excluded.status,
      published_at = coalesce(p.published_at, excluded.published_at),
      version = ${version}, updated_at = now()`;
}

function writeVariants(tx: postgres.TransactionSql, { id, isNew, variants }: Plan, market: Market) {
  const rows = JSON.stringify(variants);
  const currencies = new Map(market.regions.map((region) => [region.id, region.currency]));
  const prices = JSON.stringify(
    variants.flatMap((variant) =>
      Object.entries(variant.prices).map(([region, [amount, compareAt]]) => ({
        variantId: variant.id,
        region,
        currency: currencies.get(region),
        amount,
        compareAt,
      })),
    ),
  );
  return [
    // Codes may have moved from one variant to another: all are given up before any is taken.
    ...(isNew
      ? []
      : [tx`update variant set sku = null where product_id = ${id} and sku is not null`]),
    tx`
      insert into variant (id, product_id, sku, barcode, title, options, position, weight_grams,
             requires_shipping, taxable, is_tracked)
      select v.id, ${id}, v.sku, v.barcode, v.title, v.options, v.position, v."weightGrams",
             v."requiresShipping", v.taxable, v."isTracked"
        from jsonb_to_recordset(${rows}::text::jsonb) v(id text, sku text, barcode text, title text,
             options jsonb, position int, "weightGrams" int, "requiresShipping" boolean,
             taxable boolean, "isTracked" boolean)
      on conflict (id) do update set
        sku = excluded.sku, barcode = excluded.barcode, title = excluded.title,
        position = excluded.position, weight_grams = excluded.weight_grams,
        requires_shipping = excluded.requires_shipping, taxable = excluded.taxable,
        is_tracked = excluded.is_tracked`,
    tx`
      insert into price as p (variant_id, region_id, currency, amount_minor, compare_at_minor)
      select n."variantId", n.region, n.currency, n.amount, n."compareAt"
        from jsonb_to_recordset(${prices}::text::jsonb)
          n("variantId" text, region text, currency text, amount bigint, "compareAt" bigint)
      on conflict (variant_id, region_id) do update set
        currency = excluded.currency, amount_minor = excluded.amount_minor,
        compare_at_minor = excluded.compare_at_minor
      where (p.currency, p.amount_minor, p.compare_at_minor)
        is distinct from (excluded.currency, excluded.amount_minor, excluded.compare_at_minor)`,
  ];
}

function writeOptions(tx: postgres.TransactionSql, { id, isNew, options }: Plan) {
  const rows = JSON.stringify(
    options.map(({ name, values }, position) => ({ id: newId("opt"), name, values, position })),
  );
  return [
    ...(isNew ? [] : [tx`delete from product_option where product_id = ${id}`]),
    tx`
      insert into product_option (id, product_id, name, position, values)
      select o.id, ${id}, o.name, o.position, o.values
        from jsonb_to_recordset(${rows}::text::jsonb) o(id text, name text, position int, values jsonb)`,
  ];
}

function writeImages(tx: postgres.TransactionSql, { id, isNew, images }: Plan) {
  const rows = JSON.stringify(
    images.map((image, position) => ({ id: newId("img"), position, ...image })),
  );
  return [
    ...(isNew ? [] : [tx`delete from image where product_id = ${id}`]),
    tx`
      insert into image (id, product_id, variant_id, position, src, alt)
      select i.id, ${id}, i."variantId", i.position, i.src, i.alt
        from jsonb_to_recordset(${rows}::text::jsonb)
          i(id text, position int, src text, alt text, "variantId" text)`,
  ];
}
