import { countFacets } from "@meridian/api/catalog/service/counts.ts";
import type { Filter } from "@meridian/api/catalog/service/filter.ts";
import { findProducts } from "@meridian/api/catalog/service/find-products.ts";
import { getProduct } from "@meridian/api/catalog/service/get-product.ts";
import { readSummaries } from "@meridian/api/catalog/service/product-rows.ts";
import { getRegion } from "@meridian/api/catalog/service/regions.ts";
import { correct } from "@meridian/api/catalog/service/search.ts";
import { select } from "@meridian/api/catalog/service/selection.ts";
import { Lanes, systemClock, type ServiceContext } from "@meridian/api/server.ts";
import { createClient, type Database } from "@meridian/db/client.ts";
import type { Bench } from "./bench.ts";
import { filteredLists, searches, type Wanted } from "./catalogue-mix.ts";
import { openFilledCatalogue } from "./filled-catalogue.ts";
import { alternately, percentile } from "./measure.ts";

const products = 1_000_000;
const rounds = 200;

/** What a shopper of a very large catalogue waits for the database; docs/adr/0027. */
export const catalog1m: Bench = {
  name: "catalog-1m",
  shows: `search, filtered list, facets and detail on ${products} products, one after another, beside a bare round trip`,
  bars: [
    { of: "search p95 ms", atMost: 50 },
    { of: "filtered list p95 ms", atMost: 15 },
    { of: "facets p95 ms", atMost: 100 },
    { of: "detail p95 ms", atMost: 5 },
  ],
  async run() {
    const server = await openFilledCatalogue(products);
    try {
      const db = createClient(server.url, { max: 4, statementTimeoutMs: 60_000 });
      const ctx = contextOf(db);
      const handles = await db.$client<{ handle: string }[]>`
        select handle from product where number % 4999 = 7 order by number`;
      const things = thingsOf(
        ctx,
        handles.map(({ handle }) => handle),
      );
      // Everything is asked for once before it counts: a shop's pages are in memory.
      const taken = await alternately(rounds, things, rounds);
      await db.$client.end();
      const figures = Object.entries(taken).flatMap(([name, times]) => [
        [`${name} p50 ms`, percentile(times, 0.5)],
        [`${name} p95 ms`, percentile(times, 0.95)],
      ]);
      return {
        figures: Object.fromEntries(figures) as Record<string, number>,
        ratios: {},
        conditions: { products, rounds, callers: 1 },
      };
    } finally {
      await server.stop();
    }
  },
};

function thingsOf(ctx: ServiceContext, handles: readonly string[]) {
  const lists = filteredLists();
  const searched = searches();
  const counted = filteredLists();
  let round = 0;
  const next = (mix: readonly Wanted[]) => {
    const wanted = mix[round % mix.length];
    if (!wanted) throw new Error("nobody asks for anything");
    return wanted;
  };
  const timed = (work: () => Promise<unknown>) => async () => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  return {
    "round trip": timed(() => ctx.db.execute("select 1")),
    search: timed(() => readPages(ctx, next(searched))),
    "filtered list": timed(() => readPages(ctx, next(lists))),
    facets: timed(() => readFacets(ctx, next(counted).filter)),
    detail: timed(() =>
      getProduct(ctx, { handle: handles[round++ % handles.length] ?? "", region: "eu", language }),
    ),
  };
}

const language = "en";

/** A page as `listProducts` reads it, without the counts that it reads at the same time. */
async function readPages(ctx: ServiceContext, { filter, sort, isTypo }: Wanted): Promise<void> {
  const region = await getRegion(ctx, filter.region);
  const words = isTypo
    ? ((await correct(ctx, filter.words, language)) ?? filter.words)
    : filter.words;
  const asked: Filter = { ...filter, words };
  const found = await findProducts(ctx, asked, await select(ctx, asked), { sort, limit: 21 });
  await readSummaries(
    ctx,
    region,
    found.map(({ id }) => id),
    language,
  );
}

async function readFacets(ctx: ServiceContext, filter: Filter): Promise<void> {
  const region = await getRegion(ctx, filter.region);
  await countFacets(ctx, region, filter, await select(ctx, filter));
}

function contextOf(db: Database): ServiceContext {
  const silent = () => {};
  const base = {
    db,
    actor: { kind: "guest" },
    clock: systemClock,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    nudge: silent,
  } as const;
  return { ...base, lanes: new Lanes(base) };
}
