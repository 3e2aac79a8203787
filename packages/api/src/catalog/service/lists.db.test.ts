import { createClient } from "@meridian/db/client.ts";
import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import { levels, prices, productPrices, products, variants } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { and, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeCategory, makeProduct } from "../../../testing/products.ts";
import { makeLocation } from "../../../testing/shop.ts";
import type { ProductSort } from "../contract.ts";
import { optionFacet, ratingOf } from "../rules.ts";
import { applyCatalogChanges } from "./apply-changes.ts";
import { readCounts } from "./facets.ts";
import type { Filter } from "./filter.ts";
import { findProducts } from "./find-products.ts";
import type { Place } from "./order.ts";
import { getRegion } from "./regions.ts";
import { select } from "./selection.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const ctx = testContext(db);
const locationId = await makeLocation(db);
const region = await getRegion(ctx, "eu");

const home = await makeCategory(db, "Home");
const kitchen = await makeCategory(db, "Kitchen", home.id);
const garden = await makeCategory(db, "Garden");
const colors = ["Ink", "Sage", "Clay"];
const sizes = ["S", "L"];
const nouns = ["Oak bowl", "Oak spoon", "Oaken tray", "Steel bowl"];

const made: Awaited<ReturnType<typeof makeProduct>>[] = [];
for (let i = 0; i < 70; i++) {
  const variant = (k: number) => ({
    options: { Color: colors[(i + k) % 3] ?? "", Size: sizes[(i * k) % 2] ?? "" },
    eur: 500 + ((i * 977) % 9000) + k * 10,
    stock: (i * 7 + k * 3) % 4 === 0 ? 0 : 2,
  });
  made.push(
    await makeProduct(db, {
      title: `${nouns[i % 4]} ${i % 5}`,
      description: i % 3 === 0 ? "Turned from oak." : "",
      publishedAt: new Date(Date.UTC(2026, 0, 1 + (i % 9))).toISOString(),
      categoryIds: [i % 2 === 0 ? kitchen.id : garden.id],
      locationId,
      status: i % 17 === 0 ? "draft" : "active",
      variants: i % 6 === 0 ? [variant(0)] : [variant(0), variant(1)],
    }),
  );
}
const rate = (id: string, ratingSum: number, ratingCount: number) =>
  db.update(products).set({ ratingSum, ratingCount }).where(eq(products.id, id));
for (const [i, { id }] of made.entries()) {
  const count = i % 7;
  await rate(id, Math.min(count * 5, count * (1 + (i % 5)) + (i % 3)), count);
}
beforeEach(async () => void (await applyCatalogChanges(db, 10_000)));

const filters: fc.Arbitrary<Filter> = fc.record({
  language: fc.constant<"en">("en"),
  words: fc.constantFrom<string[]>([], [], ["oak"], ["bowl"], ["oak", "b"]),
  region: fc.constant("eu" as const),
  availability: fc.constantFrom("any", "in_stock"),
  category: fc.constantFrom(undefined, home.handle, kitchen.handle, garden.handle),
  options: fc.constantFrom<Filter["options"][]>(
    undefined,
    { Color: ["Ink"] },
    { Color: ["Ink", "Clay"] },
    { Size: ["S"] },
    { Color: ["Sage"], Size: ["L"] },
  ),
  priceMin: fc.constantFrom(undefined, 0, 1500, 2090, 4000),
  priceMax: fc.constantFrom(undefined, 4000, 4099, 7777),
  ratingMin: fc.constantFrom(undefined, undefined, 1, 3, 4),
});

/** All that shoppers can see, looked at one by one: what the index must agree with. */
async function everything() {
  const rows = await db
    .select()
    .from(products)
    .innerJoin(productPrices, eq(productPrices.productId, products.id))
    .where(and(eq(products.status, "active"), eq(productPrices.regionId, "eu")));
  const variantRows = await db
    .select()
    .from(variants)
    .leftJoin(levels, eq(levels.variantId, variants.id));
  return rows.map(({ product, product_price: { minMinor } }) => ({
    ...product,
    minMinor,
    variants: variantRows
      .filter(({ variant }) => variant.productId === product.id)
      .map(({ variant, level }) => ({
        options: variant.options,
        inStock: !variant.isTracked || (level !== null && level.onHand > level.held),
      })),
  }));
}

type Listed = Awaited<ReturnType<typeof everything>>[number];

function passes(product: Listed, filter: Filter): boolean {
  const { category, options = {}, priceMin = 0, priceMax = Number.POSITIVE_INFINITY } = filter;
  const { ratingMin = 0 } = filter;
  return (
    starsOf(product) >= ratingMin &&
    (category === undefined || product.facets.includes(`category:${category}`)) &&
    product.minMinor >= priceMin &&
    product.minMinor <= priceMax &&
    product.variants.some(
      (variant) =>
        Object.entries(options).every(([name, values]) =>
          values.includes(variant.options[name] ?? ""),
        ) &&
        (filter.availability === "any" || variant.inStock),
    ) &&
    filter.words.every((word) => saysWord(product, word))
  );
}

const starsOf = ({ ratingSum, ratingCount }: Listed) =>
  ratingOf(ratingSum, ratingCount)?.average ?? 0;

/** Of the few words here: by the beginning of a word. */
function saysWord({ title, description }: Listed, word: string): boolean {
  return `${title} ${description}`
    .toLowerCase()
    .split(/\W+/u)
    .some((said) => (word === "b" || word === "oak" ? said.startsWith(word) : said === word));
}

/** Numbers of a list, and of each filter's own values, as their definition has them. */
function countedFrom(all: readonly Listed[], filter: Filter) {
  const matched = all.filter((product) => passes(product, filter));
  const without = (name: "category" | "options" | "ratingMin") => {
    const { [name]: _, ...others } = filter;
    return all.filter((product) => passes(product, others));
  };
  const of = (list: readonly Listed[], facet: string) =>
    list.filter(({ facets }) => facets.includes(facet)).length;
  const categories = filter.category === undefined ? matched : without("category");
  const { priceMin: _, priceMax: __, ...unpriced } = filter;
  const prices = all.filter((p) => passes(p, unpriced)).map(({ minMinor }) => minMinor);
  return {
    total: matched.length,
    inStock: matched.filter((p) => passes(p, { ...filter, availability: "in_stock" })).length,
    categories: [home, kitchen, garden]
      .map(({ handle }) => [handle, of(categories, `category:${handle}`)])
      .filter(([, count]) => count !== 0),
    colors: colors
      .map((color) => [color, of(ofAxis(all, filter, "Color"), optionFacet("Color", color))])
      .filter(([, count]) => count !== 0),
    price: prices.length === 0 ? null : [Math.min(...prices), Math.max(...prices)],
    ratings: [4, 3, 2, 1]
      .map((min) => ({ min, count: without("ratingMin").filter((p) => starsOf(p) >= min).length }))
      .filter(({ count }) => count !== 0),
  };
}

/** An axis is counted without its own values. */
function ofAxis(all: readonly Listed[], filter: Filter, axis: string): Listed[] {
  const { [axis]: _, ...options } = filter.options ?? {};
  return all.filter((product) => passes(product, { ...filter, options }));
}

async function counted(filter: Filter) {
  const { total, facets } = await readCounts(ctx, region, filter, await select(ctx, filter));
  const { categories, options, price, ratings, inStock } = facets;
  const byName = (a: [string, number], b: [string, number]) => (a[0] < b[0] ? -1 : 1);
  const colorsFound = options.find(({ name }) => name === "Color")?.values ?? [];
  return {
    total,
    inStock,
    categories: categories
      .map(({ value, count }) => [value, count] as [string, number])
      .toSorted(byName),
    colors: colorsFound
      .map(({ value, count }) => [value, count] as [string, number])
      .toSorted(byName),
    price: price && [price.min.amountMinor, price.max.amountMinor],
    ratings,
  };
}

function sorted(expected: ReturnType<typeof countedFrom>) {
  const byName = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
  return {
    ...expected,
    categories: expected.categories.toSorted(byName),
    colors: expected.colors.toSorted(byName),
  };
}

async function countedOneByOne(filter: Filter) {
  return sorted(countedFrom(await everything(), filter));
}

const keys: Record<Exclude<ProductSort, "relevance">, (p: Listed) => number | string> = {
  newest: ({ publishedAt }) => -Date.parse(String(publishedAt)),
  price: ({ minMinor }) => minMinor,
  "-price": ({ minMinor }) => -minMinor,
  title: ({ title }) => title.toLowerCase(),
  // Few reviews count for less: as if five more people had given four stars.
  rating: ({ ratingSum, ratingCount }) =>
    ratingCount === 0 ? 0 : -Math.floor(((ratingSum + 20) * 1_000_000) / (ratingCount + 5)),
};

/** Ids of a list, in its order. */
async function listed(filter: Filter, sort: Exclude<ProductSort, "relevance">): Promise<string[]> {
  const key = keys[sort];
  const isDescending = ["newest", "-price", "rating"].includes(sort);
  return (await everything())
    .filter((product) => passes(product, filter))
    .toSorted((a, b) => {
      const [keyA, keyB] = [key(a), key(b)];
      if (keyA !== keyB) return keyA < keyB ? -1 : 1;
      return (a.id < b.id ? -1 : 1) * (isDescending ? -1 : 1);
    })
    .map(({ id }) => id);
}

async function pages(filter: Filter, sort: ProductSort, limit = 7): Promise<string[]> {
  const ids: string[] = [];
  let after: Place | undefined;
  do {
    const page = await findProducts(ctx, filter, await select(ctx, filter), { sort, after, limit });
    ids.push(...page.map(({ id }) => id));
    after = page.length === limit ? page.at(-1) : undefined;
  } while (after);
  return ids;
}

describe("counts", () => {
  test("are those of the products, whatever is asked for", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect(await counted(filter)).toEqual(await countedOneByOne(filter));
      }),
      { numRuns: 40 },
    );
  });

  test("follow stock that ends and comes back, drafts and deleted products, at once", async () => {
    const all: Filter = { words: [], region: "eu", language: "en", availability: "any" };
    const change = async (work: () => Promise<unknown>) => {
      const before = await counted(all);
      await work();
      expect(await counted(all)).toEqual(await countedOneByOne(all));
      const after = await counted(all);
      return [after.total - before.total, after.inStock - before.inStock];
    };
    const [only = ""] = made[6]?.variantIds ?? [];
    const ofOnly = eq(levels.variantId, only);
    const set = (onHand: number, held: number) => () =>
      db.update(levels).set({ onHand, held }).where(ofOnly);
    await change(set(2, 0));
    expect(await change(set(2, 2))).toEqual([0, -1]);
    expect(await change(set(3, 2))).toEqual([0, 1]);
    const id = made[6]?.id ?? "";
    const ofProduct = eq(products.id, id);
    const archive = () => db.update(products).set({ status: "archived" }).where(ofProduct);
    expect(await change(archive)).toEqual([-1, -1]);
    const revive = () => db.update(products).set({ status: "active" }).where(ofProduct);
    expect(await change(revive)).toEqual([1, 1]);
    expect(await change(() => db.delete(products).where(ofProduct))).toEqual([-1, -1]);
  });
});

describe("a page", () => {
  const sorts = fc.constantFrom<Exclude<ProductSort, "relevance">[]>(
    "newest",
    "price",
    "-price",
    "title",
    "rating",
  );

  test("shows what is asked for in its order, page by page", async () => {
    await fc.assert(
      fc.asyncProperty(filters, sorts, async (filter, sort) => {
        expect(await pages(filter, sort)).toEqual(await listed(filter, sort));
      }),
      { numRuns: 40 },
    );
  });

  test("of a search shows each once, the better fit first", async () => {
    const filter: Filter = { words: ["oak"], region: "eu", language: "en", availability: "any" };
    const ids = await pages(filter, "relevance");
    expect(ids.toSorted()).toEqual((await listed(filter, "newest")).toSorted());
    const titles = new Map((await everything()).map(({ id, title }) => [id, title]));
    const isWhole = ids.map((id) => titles.get(id)?.startsWith("Oak ") ?? false);
    expect(isWhole.indexOf(false)).toBeGreaterThan(0);
    expect(isWhole.lastIndexOf(true)).toBe(isWhole.indexOf(false) - 1);
  });

  test("knows of what sold out, came in, moved or was renamed without waiting for anybody", async () => {
    const filter: Filter = { words: [], region: "eu", language: "en", availability: "in_stock" };
    await pages(filter, "title");
    const before = await pages(filter, "newest");
    const sold = made.find(({ id }) => id === before[0]);
    for (const id of sold?.variantIds ?? [])
      await db.update(levels).set({ onHand: 0, held: 0 }).where(eq(levels.variantId, id));
    const newcomer = await makeProduct(db, {
      title: "Newcomer",
      categoryIds: [garden.id],
      locationId,
      variants: [{ stock: 1, eur: 3 }],
    });
    expect(await pages(filter, "newest")).toEqual([newcomer.id, ...before.slice(1)]);
    expect((await pages(filter, "price"))[0]).toBe(newcomer.id);
    const [cheap, dear] = [before[2] ?? "", before[3] ?? ""];
    await db.update(products).set({ title: "AAA" }).where(eq(products.id, cheap));
    await db.update(prices).set({ amountMinor: 1 }).where(inVariants(dear));
    await refreshProducts(db, [cheap, dear]);
    expect((await pages(filter, "title"))[0]).toBe(cheap);
    expect((await pages(filter, "price"))[0]).toBe(dear);
    await pages(filter, "rating");
    await rate(cheap, 500, 100);
    expect((await pages(filter, "rating"))[0]).toBe(cheap);
    expect(await pages({ ...filter, ratingMin: 4 }, "newest")).toContain(cheap);
    for (const sort of ["newest", "price", "-price", "title", "rating"] as const)
      expect(await pages(filter, sort)).toEqual(await listed(filter, sort));
  });
});

describe("an index", () => {
  const all: Filter = { words: [], region: "eu", language: "en", availability: "any" };

  test("follows through changes that are taken by several at once, and none is lost", async () => {
    expect(await counted(all)).toEqual(await countedOneByOne(all));
    for (const { variantIds } of made.slice(10, 30)) {
      await db
        .update(levels)
        .set({ onHand: 0, held: 0 })
        .where(eq(levels.variantId, variantIds[0] ?? ""));
    }
    const isAnyPending = async () =>
      (await db.$client`select from catalog_change where version is null limit 1`).length > 0;
    const takers = Array.from({ length: 8 }, async () => {
      while (await isAnyPending()) {
        await applyCatalogChanges(db, 3);
        expect(await counted(all)).toEqual(await countedOneByOne(all));
      }
    });
    await Promise.all(takers);
    expect(await counted({ ...all, availability: "in_stock" })).toEqual(
      await countedOneByOne({ ...all, availability: "in_stock" }),
    );
    expect(await ofNewProcess(all)).toEqual(await counted(all));
  });

  test("that was made anew under its readers is read anew", async () => {
    expect(await counted(all)).toEqual(await countedOneByOne(all));
    await db.$client`update product set status = 'archived' where id = ${made[40]?.id ?? ""}`;
    await db.$client`select rebuild_facet_maps()`;
    expect(await counted(all)).toEqual(await countedOneByOne(all));
    for (const sort of ["newest", "price", "title"] as const)
      expect(await pages(all, sort)).toEqual(await listed(all, sort));
  });

  test("reads its orders again when many moved, and lists stay right meanwhile", async () => {
    expect(await counted(all)).toEqual(await countedOneByOne(all));
    await db.$client`insert into catalog_change (number) select n from generate_series(1, 1500) n`;
    for (let i = 0; i < 4; i++)
      for (const sort of ["newest", "price", "-price", "title"] as const)
        expect(await pages(all, sort)).toEqual(await listed(all, sort));
  });

  async function ofNewProcess(filter: Filter) {
    const other = createClient(database.url);
    try {
      const theirs = testContext(other);
      const { total, facets } = await readCounts(
        theirs,
        region,
        filter,
        await select(theirs, filter),
      );
      return { ...(await counted(filter)), total, inStock: facets.inStock };
    } finally {
      await other.$client.end();
    }
  }
});

function inVariants(productId: string) {
  return inArray(
    prices.variantId,
    db.select({ id: variants.id }).from(variants).where(eq(variants.productId, productId)),
  );
}
