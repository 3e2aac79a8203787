/** What fits while somebody types: products by relevance, categories by the beginning of a word. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { Language } from "../../kernel/language.ts";
import { money } from "../../kernel/money.ts";
import type { Image, Region, Suggest, Suggestions } from "../contract.ts";
import { wordsOf } from "../rules.ts";
import type { Filter } from "./filter.ts";
import { findProducts } from "./find-products.ts";
import { getRegion } from "./regions.ts";
import { correct } from "./search.ts";
import { queryIn, titleWords } from "./search-translated.ts";
import { countedSet, select, wordedSize } from "./selection.ts";
import { statement } from "../../kernel/statement.ts";

const shownCategories = 4;

/** Corrects a typing slip when nothing fits as typed. `total` tells how many products fit; of thousands, about. */
export async function suggest(ctx: ServiceContext, input: Suggest): Promise<Suggestions> {
  const words = wordsOf(input.q, input.language);
  if (words.length === 0) return { products: [], categories: [], total: 0, correctedTo: null };
  const region = await getRegion(ctx, input.region);
  const asTyped = await suggestFor(ctx, region, words, input);
  if (asTyped.total > 0 || asTyped.categories.length > 0) return asTyped;
  const corrected = await correct(ctx, words, input.language);
  if (!corrected) return asTyped;
  const found = await suggestFor(ctx, region, corrected, input);
  const isAny = found.total > 0 || found.categories.length > 0;
  return { ...found, correctedTo: isAny ? corrected.join(" ") : null };
}

/** Beyond this the total is what the planner thinks it is. */
const countedUpTo = 5_000;

async function suggestFor(
  ctx: ServiceContext,
  region: Region,
  words: readonly string[],
  { limit, language }: Suggest,
): Promise<Suggestions> {
  const filter: Filter = { words, region: region.id, availability: "any", language };
  const selection = await select(ctx, filter);
  const about = selection.words ? wordedSize(selection.words) : 0;
  const [found, categories, counted] = await Promise.all([
    findProducts(ctx, filter, selection, { sort: "relevance", limit }),
    suggestCategories(ctx, words, language),
    about <= countedUpTo ? countedSet(ctx, filter, selection) : null,
  ]);
  return {
    products: await readSuggested(
      ctx,
      region,
      found.map(({ id }) => id),
      language,
    ),
    categories,
    total: counted?.size ?? about,
    correctedTo: null,
  };
}

async function suggestCategories(
  ctx: ServiceContext,
  words: readonly string[],
  language: Language,
): Promise<Suggestions["categories"]> {
  const title = sql`coalesce(t.title, c.title)`;
  const rows = await ctx.db.execute<Suggestions["categories"][number]>(sql`
    select c.id, c.handle, ${title} as title from category c
      left join category_translation t on t.category_id = c.id and t.language = ${language}
     where ${titleWords(title, language)} @@ (${queryIn(language, words)})
     order by c.parent_id is not null, c.position, c.id limit ${shownCategories}`);
  return [...rows];
}

type ProductRow = {
  id: string;
  handle: string;
  title: string;
  hue: number;
  amountMinor: number;
  priceVaries: boolean;
  image: Image | null;
};

async function readSuggested(
  ctx: ServiceContext,
  region: Region,
  ids: readonly string[],
  language: Language,
): Promise<Suggestions["products"]> {
  const rows = await statement<ProductRow>(
    ctx.db,
    sql`select p.id, p.handle, coalesce(t.title, p.title) as title, p.hue, pp.min_minor::float8 as "amountMinor",
           pp.max_minor > pp.min_minor as "priceVaries", i.image
      from unnest(${sql.param([...ids])}::text[]) with ordinality wanted(id, place)
      join product p on p.id = wanted.id
      join product_price pp on pp.product_id = p.id and pp.region_id = ${region.id}
      left join product_translation t on t.product_id = p.id and t.language = ${language}
      left join lateral (
        select json_build_object('src', i.src, 'widths', i.widths, 'alt', coalesce(t.alts ->> i.src, i.alt), 'width', i.width,
                 'height', i.height, 'placeholder', i.placeholder, 'variantId', i.variant_id) as image
          from image i where i.product_id = p.id order by i.position limit 1) i on true
     order by wanted.place`,
  );
  return rows.map(({ amountMinor, ...row }) => ({
    ...row,
    price: money(amountMinor, region.currency),
  }));
}
