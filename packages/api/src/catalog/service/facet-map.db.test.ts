import { createClient } from "@meridian/db/client.ts";
import { levels, products } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeCategory, makeProduct } from "../../../testing/products.ts";
import { makeLocation } from "../../../testing/shop.ts";
import { ProductSort } from "../contract.ts";
import { applyCatalogChanges } from "./apply-changes.ts";
import { isCountedByMaps } from "./facet-map.ts";
import { readCounts, type Source } from "./facets.ts";
import { activeFilters, type Filter } from "./filter.ts";
import { findProducts, readBreadth } from "./find-products.ts";
import type { Place } from "./order.ts";
import { getRegion } from "./regions.ts";

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
beforeEach(async () => void (await applyCatalogChanges(db, 10_000)));

const filters: fc.Arbitrary<Filter> = fc.record({
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
});

const countedBy = (filter: Filter, source: Source) =>
  readCounts(db, region, filter, {
    matched: isCountedByMaps(filter) ? source : "rows",
    without: new Map(
      activeFilters(filter).map((name) => [name, isCountedByMaps(filter, name) ? source : "rows"]),
    ),
  });

describe("facet maps", () => {
  test("count every list as its rows do", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect(await countedBy(filter, "maps")).toEqual(await countedBy(filter, "rows"));
      }),
      { numRuns: 25 },
    );
  });

  test("follow stock that ends and comes back, drafts and deleted products", async () => {
    const all: Filter = { words: [], region: "eu", availability: "any" };
    const change = async (work: () => Promise<unknown>) => {
      const before = await countedBy(all, "maps");
      await work();
      await applyCatalogChanges(db, 10_000);
      const after = await countedBy(all, "maps");
      expect(after).toEqual(await countedBy(all, "rows"));
      return [after.total - before.total, after.facets.inStock - before.facets.inStock];
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

  test("changes are taken by one at a time, and none is lost", async () => {
    for (const { variantIds } of made.slice(10, 30)) {
      await db
        .update(levels)
        .set({ onHand: 0, held: 0 })
        .where(eq(levels.variantId, variantIds[0] ?? ""));
    }
    const takers = Array.from({ length: 8 }, async () => {
      while ((await db.$client`select from catalog_change limit 1`).length > 0)
        await applyCatalogChanges(db, 3);
    });
    await Promise.all(takers);
    const all: Filter = { words: [], region: "eu", availability: "in_stock" };
    expect(await countedBy(all, "maps")).toEqual(await countedBy(all, "rows"));
  });
});

describe("a page", () => {
  const everything = Number.POSITIVE_INFINITY;
  const collecting = {
    fewMapped: everything,
    fewWorded: everything,
    mappedSteps: 1,
    wordedSteps: 1,
  };
  const walking = { fewMapped: -1, fewWorded: -1, mappedSteps: 1_000, wordedSteps: 1_000 };
  const unlucky = { ...walking, mappedSteps: 3, wordedSteps: 3 };

  async function pages(filter: Filter, sort: ProductSort, reach: typeof walking) {
    const breadth = await readBreadth(ctx, filter);
    const ids: string[] = [];
    let after: Place | undefined;
    do {
      const page = await findProducts(ctx, filter, breadth, { sort, after, limit: 7 }, reach);
      ids.push(...page.map(({ id }) => id));
      after = page.length === 7 ? page.at(-1) : undefined;
    } while (after);
    return ids;
  }

  test("is the same, walked or collected", async () => {
    const sorts = fc.constantFrom(...ProductSort.options);
    await fc.assert(
      fc.asyncProperty(filters, sorts, async (filter, wanted) => {
        const sort = wanted === "relevance" && filter.words.length === 0 ? "newest" : wanted;
        const collected = await pages(filter, sort, collecting);
        expect(await pages(filter, sort, walking)).toEqual(collected);
        expect(await pages(filter, sort, unlucky)).toEqual(collected);
      }),
      { numRuns: 25 },
    );
  });

  test("shows what the maps do not know yet, and not what they still have", async () => {
    const filter: Filter = {
      words: [],
      region: "eu",
      availability: "in_stock",
      category: garden.handle,
    };
    const before = await pages(filter, "newest", walking);
    const sold = made.find(({ id }) => id === before[0]);
    for (const id of sold?.variantIds ?? [])
      await db.update(levels).set({ onHand: 0, held: 0 }).where(eq(levels.variantId, id));
    const newcomer = await makeProduct(db, {
      title: "Newcomer",
      categoryIds: [garden.id],
      locationId,
      variants: [{ stock: 1 }],
    });
    expect(await pages(filter, "newest", walking)).toEqual([newcomer.id, ...before.slice(1)]);
  });
});
