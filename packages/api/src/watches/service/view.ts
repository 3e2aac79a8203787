import { statement } from "../../kernel/statement.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { type SQL, sql } from "drizzle-orm";
import type { StockWatch } from "../contract.ts";

/** With the picture of the variant, else the product's first. */
export function selectWatches({ db }: ServiceContext, which: SQL): Promise<StockWatch[]> {
  return statement<StockWatch>(
    db,
    sql`select watch.id, watch.variant_id as "variantId",
          jsonb_build_object('id', product.id, 'handle', product.handle, 'title', coalesce(told.title, product.title), 'hue', product.hue,
            'image', (select jsonb_build_object('src', image.src, 'widths', image.widths, 'alt', coalesce(told.alts ->> image.src, image.alt),
                'width', image.width, 'height', image.height, 'placeholder', image.placeholder,
                'variantId', image.variant_id)
              from image where image.product_id = product.id
              order by image.variant_id is not distinct from variant.id desc, image.position limit 1)) as product,
          variant_title(variant.title, variant.options, watch.language) as "variantTitle", variant.options, watch.language, watch.region_id as region,
          to_char(watch.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
        from watch
        join variant on variant.id = watch.variant_id
        join product on product.id = variant.product_id
        left join product_translation told on told.product_id = product.id and told.language = watch.language
        where ${which}
        order by watch.created_at desc, watch.id desc`,
  );
}

/** What of an address is confirmed, the newest first. */
export async function listWatchesOf(ctx: ServiceContext, email: string): Promise<StockWatch[]> {
  return selectWatches(ctx, sql`watch.email = ${email} and watch.confirmed_at is not null`);
}
