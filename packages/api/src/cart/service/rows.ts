import type { Executor } from "@meridian/db/client.ts";
import type { cartOperations } from "@meridian/db/schema.ts";
import { type SQL, sql } from "drizzle-orm";
import type { Image, RegionId } from "../../catalog/contract.ts";
import type { Language } from "../../kernel/language.ts";
import { statement } from "../../kernel/statement.ts";
import type { Counter } from "../contract.ts";
import type { PromotionRow } from "./candidates.ts";

export type CartRow = {
  id: string;
  /** Whose it is; null: a guest's, which is to say of whoever has its id. */
  userId: string | null;
  regionId: RegionId;
  country: string | null;
  subdivision: string | null;
  language: Language;
  state: "active" | "ordered" | "merged";
  version: number;
  /** That the shopper entered; null: none. */
  promotionCode: string | null;
};

/** A variant that is in the cart, or that is asked about; with all that a line shows. */
export type LineRow = {
  variantId: string;
  /** Null: asked about, not in the cart. */
  quantity: number | null;
  /** Null as the quantity. */
  counter: Counter | null;
  seenPriceMinor: number | null;
  productId: string;
  productHandle: string;
  title: string;
  variantTitle: string;
  sku: string | null;
  options: Record<string, string>;
  hue: number;
  isTaxable: boolean;
  holdOnAdd: boolean;
  /** Null: not sold in the cart's region, or not at all any more. */
  priceMinor: number | null;
  compareAtMinor: number | null;
  /** What this cart can have in all: what is free, and what it or its checkout holds. Null: not counted. */
  available: number | null;
  /** When what this cart holds of it ends. */
  holdExpiresAt: string | null;
  image: Image | null;
};

/** Why an operation was adjusted or refused; null when it was applied as asked. */
export type Refusal = (typeof cartOperations.$inferSelect)["refusal"];

export type LoadedCart = {
  row: CartRow;
  /** In the order in which they came. */
  lines: LineRow[];
  /** The variants asked about that exist, in the cart or not. */
  asked: LineRow[];
  /** Those that apply by themselves, the cart's own and the one asked about. */
  promotions: PromotionRow[];
  /** By seq: what was answered before to the operations asked about. */
  answered: Map<number, Refusal>;
};

/** As {@link CartRow}. */
const cartObject = sql`jsonb_build_object('id', this_cart.id, 'userId', this_cart.user_id,
            'regionId', this_cart.region_id,
            'country', this_cart.country, 'subdivision', this_cart.subdivision,
            'language', this_cart.language,
            'state', this_cart.state, 'version', this_cart.version,
            'promotionCode', this_cart.promotion_code)`;

/** English carts are asked for nothing more than their words. */
const inCartsLanguage = (english: SQL, other: SQL) => sql`(
            select case this_cart.language when 'en' then ${english} else ${other} end from this_cart)`;

/** As {@link LineRow}. */
const lineObject = sql`jsonb_build_object(
            'variantId', variant.id, 'quantity', wanted.quantity,
            'counter', wanted.counter, 'seenPriceMinor', wanted.seen_price_minor, 'productId', product.id,
            'productHandle', product.handle, 'title', coalesce(told.title, product.title),
            'variantTitle', ${inCartsLanguage(sql`variant.title`, sql`variant_title(variant.title, variant.options, this_cart.language)`)},
            'sku', variant.sku, 'options', variant.options,
            'hue', product.hue, 'isTaxable', variant.taxable, 'holdOnAdd', product.hold_on_add,
            'priceMinor', price.amount_minor, 'compareAtMinor', price.compare_at_minor,
            'available', case when variant.is_tracked
              then coalesce(stock.free, 0) + coalesce(own_hold.quantity, 0) end,
            'holdExpiresAt', own_hold.expires_at, 'image', picture.image)`;

/** Price, holds, stock and picture of the variant; `this_cart` and `own_hold` are given. */
const lineJoins = sql`left join price on price.variant_id = variant.id and product.status = 'active'
            and price.region_id = (select region_id from this_cart)
          left join product_translation told on told.product_id = product.id
            and told.language = (select language from this_cart)
          left join own_hold on own_hold.variant_id = variant.id
          left join lateral (
            select sum(on_hand - held)::int as free from level where level.variant_id = variant.id
          ) stock on true
          left join lateral (
            -- Its own picture, else the product's first.
            select jsonb_build_object('src', src, 'widths', widths, 'alt', coalesce(told.alts ->> src, alt), 'width', width,
              'height', height, 'placeholder', placeholder, 'variantId', variant_id) as image
            from image where image.product_id = product.id
            order by image.variant_id is not distinct from variant.id desc, image.position limit 1
          ) picture on true`;

/** As {@link PromotionRow}. */
const promotionObject = sql`jsonb_build_object('id', p.id, 'code', p.code, 'title', coalesce((
              select title from promotion_translation told where told.promotion_id = p.id
                and told.language = (select language from this_cart)), p.title),
            'type', p.type, 'basisPoints', p.basis_points, 'amountMinor', p.amount_minor,
            'minimumMinor', p.minimum_minor, 'currency', p.currency, 'startsAt', p.starts_at,
            'endsAt', p.ends_at, 'useLimit', p.use_limit, 'uses', p.uses)`;

export type LoadCart = {
  cartId: string;
  /** Carts that have ended before are as good as gone. */
  now: Date;
  variantIds?: readonly string[];
  operations?: { device: string; seqs: readonly number[] };
  promotionCode?: string;
};

/**
 * The cart, the variants asked about and the operations answered: one statement whatever the number of
 * each, so that version, lines and stock are of one moment. Null when there is no such cart.
 */
export async function loadCart(db: Executor, input: LoadCart): Promise<LoadedCart | null> {
  const asked = [...new Set(input.variantIds ?? [])];
  const [found] = await statement<{
    cart: CartRow;
    lines: LineRow[];
    promotions: PromotionRow[];
    answered: Record<string, Refusal>;
  }>(db, cartQuery(input, asked));
  if (!found) return null;
  return {
    row: found.cart,
    lines: found.lines.filter((line) => line.quantity !== null),
    asked: found.lines.filter((line) => asked.includes(line.variantId)),
    promotions: found.promotions,
    answered: new Map(
      Object.entries(found.answered).map(([seq, refusal]) => [Number(seq), refusal]),
    ),
  };
}

function cartQuery(
  { cartId, now, operations, promotionCode }: LoadCart,
  asked: readonly string[],
): SQL {
  const at = now.toISOString();
  return sql`with this_cart as (
          select * from cart
          where id = ${cartId} and state <> 'abandoned'
            and expires_at > ${at}::timestamptz
        ), own_hold as (
          -- A checkout that this cart has open holds for it too.
          select variant_id, sum(quantity)::int as quantity, min(expires_at) as expires_at
          from hold
          where state = 'held' and owner_id in (
            select id from this_cart
            union all
            select id from checkout
            where cart_id = ${cartId} and state in ('open', 'paying'))
          group by variant_id
        ), wanted as (
          select variant_id, quantity, counter, seen_price_minor, added_at from cart_line
          where cart_id = ${cartId}
          union all
          select asked.id, null, null, null, null from unnest(${sql.param(asked)}::text[]) as asked(id)
          where not exists (
            select from cart_line where cart_id = ${cartId} and variant_id = asked.id)
        ), line as (
          select wanted.added_at, wanted.variant_id, ${lineObject} as line
          from wanted
          join variant on variant.id = wanted.variant_id
          join product on product.id = variant.product_id
          ${lineJoins}
        )
        select ${cartObject} as cart,
          (select coalesce(jsonb_agg(line.line order by line.added_at nulls last, line.variant_id),
              '[]') from line) as lines,
          (select coalesce(jsonb_agg(${promotionObject} order by p.code nulls last, p.id), '[]')
            from (
              select * from promotion where is_active and code
                in (select promotion_code from this_cart union all select ${promotionCode ?? null})
              union all
              select * from promotion where is_active and code is null
                and starts_at <= ${at}::timestamptz
                and (ends_at is null or ends_at > ${at}::timestamptz)
            ) p) as promotions,
          (select coalesce(jsonb_object_agg(seq, refusal), '{}') from cart_operation
            where cart_id = ${cartId} and device = ${operations?.device ?? ""}
              and seq = any(${sql.param([...(operations?.seqs ?? [])])}::bigint[])) as answered
        from this_cart`;
}
