/** Lists and searches. A page costs a fixed number of statements; the first page counts facets beside them. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { defaultLanguage } from "../../kernel/language.ts";
import type { ListProducts, ProductPage } from "../contract.ts";
import { wordsOf } from "../rules.ts";
import { countFacets } from "./counts.ts";
import type { Filter } from "./filter.ts";
import { findProducts } from "./find-products.ts";
import { decodePosition, encodePosition, type ListSort, type Position } from "./order.ts";
import { readSummaries } from "./product-rows.ts";
import { getRegion } from "./regions.ts";
import { correct } from "./search.ts";
import { select } from "./selection.ts";

/**
 * @throws malformed `page.bad_cursor`
 * @throws not_found `catalog.category_not_found`, `catalog.collection_not_found` {handle}
 */
export async function listProducts(ctx: ServiceContext, input: ListProducts): Promise<ProductPage> {
  const words = wordsOf(input.search ?? "", input.language);
  // Letters were asked for and none was found: nothing can match, which is not the same as no search.
  if (input.search && words.length === 0) return { ...empty };
  const sort = sortOf(input, words);
  if (input.cursor !== undefined) {
    const after = decodePosition(sort, input.cursor);
    const corrected = after.isCorrected ? await correct(ctx, words, input.language) : null;
    return readPage(ctx, input, sort, { words: corrected ?? words, corrected, after });
  }
  const page = await readPage(ctx, input, sort, { words, corrected: null });
  if (page.items.length > 0) return page;
  await requireKnown(ctx, input);
  const corrected = words.length > 0 ? await correct(ctx, words, input.language) : null;
  if (!corrected) return page;
  const second = await readPage(ctx, input, sort, { words: corrected, corrected });
  return second.items.length > 0 ? second : page;
}

const empty: ProductPage = {
  items: [],
  nextCursor: null,
  total: 0,
  facets: { categories: [], collections: [], options: [], price: null, ratings: [], inStock: 0 },
  correctedTo: null,
};

/** Relevance has no meaning without words. */
function sortOf(input: ListProducts, words: readonly string[]): ListSort {
  const sort = input.sort ?? (words.length > 0 ? "relevance" : "newest");
  if (sort === "title" && input.language !== defaultLanguage) return `title.${input.language}`;
  return sort === "relevance" && words.length === 0 ? "newest" : sort;
}

type Reading = { words: string[]; corrected: string[] | null; after?: Position };

async function readPage(
  ctx: ServiceContext,
  input: ListProducts,
  sort: ListSort,
  { words, corrected, after }: Reading,
): Promise<ProductPage> {
  const region = await getRegion(ctx, input.region);
  const filter: Filter = { ...input, words };
  const selection = await select(ctx, filter);
  const [found, counts] = await Promise.all([
    findProducts(ctx, filter, selection, { sort, after, limit: input.limit + 1 }),
    after ? null : countFacets(ctx, region, filter, selection),
  ]);
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: await readSummaries(
      ctx,
      region,
      shown.map(({ id }) => id),
      input.language,
    ),
    nextCursor:
      last && found.length > input.limit
        ? encodePosition(sort, { ...last, isCorrected: corrected !== null })
        : null,
    total: counts?.total ?? null,
    facets: counts?.facets ?? null,
    correctedTo: corrected?.join(" ") ?? null,
  };
}

/** An empty list of a category that exists is an answer; of one that does not, an error. */
async function requireKnown(ctx: ServiceContext, input: ListProducts): Promise<void> {
  const { category = null, collection = null } = input;
  const [row] = await ctx.db.execute<{ category: boolean; collection: boolean }>(sql`
    select exists (select from category where handle = ${category}) as category,
           exists (select from collection where handle = ${collection}) as collection`);
  if (category !== null && !row?.category) throw notFound("category", category);
  if (collection !== null && !row?.collection) throw notFound("collection", collection);
}

function notFound(what: "category" | "collection", handle: string): DomainError {
  return new DomainError("not_found", `catalog.${what}_not_found`, {
    message: `There is no ${what} ${handle}.`,
    details: { handle },
  });
}
