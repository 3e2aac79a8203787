/** What fits while somebody types: products by relevance, categories by the beginning of a word. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import type { Image, Region, Suggest, Suggestions } from "../contract.ts";
import { wordsOf } from "../rules.ts";
import type { Filter } from "./filter.ts";
import { findProducts } from "./find-products.ts";
import { getRegion } from "./regions.ts";
import { correct, textQuery } from "./search.ts";
import { countedSet, select, wordedSize } from "./selection.ts";
import { statement } from "../../kernel/statement.ts";

const shownCategories = 4;

/** Corrects a typing slip when nothing fits as typed. `total` tells how many products fit; of thousands, about. */
export async function suggest(ctx: ServiceContext, input: Suggest): Promise<Suggestions> {
  const words = wordsOf(input.q);
  if (words.length === 0) return { products: [], categories: [], total: 0 };
  const region = await getRegion(ctx, input.region);
  const asTyped = await suggestFor(ctx, region, words, input.limit);
  if (asTyped.total > 0 || asTyped.categories.length > 0) return asTyped;
  const corrected = await correct(ctx, words);
  return corrected ? suggestFor(ctx, region, corrected, input.limit) : asTyped;
}

/** Beyond this the total is what the planner thinks it is. */
const countedUpTo = 5_000;

async function suggestFor(
  ctx: ServiceContext,
  region: Region,
  words: readonly string[],
  limit: number,
): Promise<Suggestions> {
  const filter: Filter = { words, region: region.id, availability: "any" };
  const selection = await select(ctx, filter);
  const about = selection.words ? wordedSize(selection.words) : 0;
  const [found, categories, counted] = await Promise.all([
    findProducts(ctx, filter, selection, { sort: "relevance", limit }),
    ctx.db.execute<Suggestions["categories"][number]>(sql`
      select c.id, c.handle, c.title from category c
       where to_tsvector('simple', immutable_unaccent(c.title)) @@ (${textQuery(words)})
       order by c.parent_id is not null, c.position, c.id limit ${shownCategories}`),
    about <= countedUpTo ? countedSet(ctx, filter, selection) : null,
  ]);
  return {
    products: await readSuggested(
      ctx,
      region,
      found.map(({ id }) => id),
    ),
    categories: [...categories],
    total: counted?.size ?? about,
  };
}

type ProductRow = {
  id: string;
  handle: string;
  title: string;
  hue: number;
  amountMinor: number;
  image: Image | null;
};

async function readSuggested(
  ctx: ServiceContext,
  region: Region,
  ids: readonly string[],
): Promise<Suggestions["products"]> {
  const rows = await statement<ProductRow>(
    ctx.db,
    sql`select p.id, p.handle, p.title, p.hue, pp.min_minor::float8 as "amountMinor", i.image
      from unnest(${sql.param([...ids])}::text[]) with ordinality wanted(id, place)
      join product p on p.id = wanted.id
      join product_price pp on pp.product_id = p.id and pp.region_id = ${region.id}
      left join lateral (
        select json_build_object('src', i.src, 'widths', i.widths, 'alt', i.alt, 'width', i.width,
                 'height', i.height, 'placeholder', i.placeholder, 'variantId', i.variant_id) as image
          from image i where i.product_id = p.id order by i.position limit 1) i on true
     order by wanted.place`,
  );
  return rows.map(({ amountMinor, ...row }) => ({
    ...row,
    price: money(amountMinor, region.currency),
  }));
}
