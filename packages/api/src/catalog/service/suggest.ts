/** What fits while somebody types: products by relevance, categories by the beginning of a word. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import type { Image, Region, Suggest, Suggestions } from "../contract.ts";
import { wordsOf } from "../rules.ts";
import { matching } from "./filter.ts";
import { getRegion } from "./regions.ts";
import { correct, relevance, textQuery } from "./search.ts";

const shownCategories = 4;

/** Corrects a typing slip when nothing fits as typed. `total` counts all products that fit. */
export async function suggest(ctx: ServiceContext, input: Suggest): Promise<Suggestions> {
  const words = wordsOf(input.q);
  if (words.length === 0) return { products: [], categories: [], total: 0 };
  const region = await getRegion(ctx, input.region);
  const asTyped = await suggestFor(ctx, region, words, input.limit);
  if (asTyped.total > 0 || asTyped.categories.length > 0) return asTyped;
  const corrected = await correct(ctx, words);
  return corrected ? suggestFor(ctx, region, corrected, input.limit) : asTyped;
}

type ProductRow = {
  id: string;
  handle: string;
  title: string;
  hue: number;
  amountMinor: number;
  image: Image | null;
  total: number;
};

async function suggestFor(
  ctx: ServiceContext,
  region: Region,
  words: readonly string[],
  limit: number,
): Promise<Suggestions> {
  const source = matching({ words, region: region.id, availability: "any" });
  const [products, categories] = await Promise.all([
    ctx.db.execute(sql`
      select m.id, p.handle, p.title, p.hue, m.min_minor::float8 as "amountMinor", m.total, i.image
        from (select p.id, pp.min_minor, ${relevance(words)} as rank, count(*) over ()::int as total
                from ${source} order by rank desc, p.id desc limit ${limit}) m
        join product p on p.id = m.id
        left join lateral (
          select json_build_object('src', i.src, 'widths', i.widths, 'alt', i.alt, 'width', i.width,
                   'height', i.height, 'placeholder', i.placeholder, 'variantId', i.variant_id) as image
            from image i where i.product_id = m.id order by i.position limit 1) i on true
       order by m.rank desc, m.id desc`),
    ctx.db.execute(sql`
      select c.id, c.handle, c.title from category c
       where to_tsvector('simple', immutable_unaccent(c.title)) @@ (${textQuery(words)})
       order by c.parent_id is not null, c.position, c.id limit ${shownCategories}`),
  ]);
  const rows = products as unknown as ProductRow[];
  return {
    products: rows.map(({ amountMinor, total: _total, ...row }) => ({
      ...row,
      price: money(amountMinor, region.currency),
    })),
    categories: categories as unknown as Suggestions["categories"],
    total: rows[0]?.total ?? 0,
  };
}
