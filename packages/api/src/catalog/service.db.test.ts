import { createClient } from "@meridian/db/client.ts";
import { levels } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { testContext } from "../../testing/context.ts";
import { makeCategory, makeCollection, makeProduct } from "../../testing/products.ts";
import { makeLocation } from "../../testing/shop.ts";
import {
  GetProduct,
  ListProducts,
  Product,
  ProductPage,
  type ProductSort,
  Suggest,
  Suggestions,
} from "./contract.ts";
import { getProduct } from "./service/get-product.ts";
import { listProducts } from "./service/list-products.ts";
import { suggest } from "./service/suggest.ts";
import { listCategories, listCollections } from "./service/taxonomy.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const ctx = testContext(db);
const locationId = await makeLocation(db);

type Asked = Parameters<typeof ListProducts.parse>[0] & object;
const list = async (asked: Asked) =>
  ProductPage.parse(await listProducts(ctx, ListProducts.parse(asked)));
const titles = async (asked: Asked) => (await list(asked)).items.map((item) => item.title);
const get = async (handle: string, region?: string) =>
  Product.parse(await getProduct(ctx, GetProduct.parse({ handle, region })));

const home = await makeCategory(db, "Home");
const kitchen = await makeCategory(db, "Kitchen", home.id);
const textiles = await makeCategory(db, "Textiles", home.id);
const slow = await makeCollection(db, "Slow mornings");

const kettle = await makeProduct(db, {
  title: "Copper Kettle",
  subtitle: "For slow water",
  description: "Sings when the water boils.",
  tags: ["gift"],
  publishedAt: "2026-01-01T00:00:00.000Z",
  categoryIds: [kitchen.id],
  collectionIds: [slow.id],
  locationId,
  variants: [
    { options: { Color: "Copper", Size: "S" }, eur: 4900, compareAtEur: 5900, stock: 0 },
    { options: { Color: "Ink", Size: "L" }, eur: 5900, stock: 3 },
  ],
});
await makeProduct(db, {
  title: "Crème Teapot",
  description: "Keeps tea warm. Goes with the kettle.",
  publishedAt: "2026-01-02T00:00:00.000Z",
  categoryIds: [kitchen.id],
  variants: [{ options: { Color: "Ink", Size: "S" }, eur: 3500, isTracked: false }],
});
await makeProduct(db, {
  title: "Linen Blanket",
  publishedAt: "2026-01-03T00:00:00.000Z",
  categoryIds: [textiles.id],
  locationId,
  variants: [{ options: { Color: "Sage" }, eur: 8900, stock: 1 }],
});
await makeProduct(db, { title: "Draft Kettle", status: "draft" });
const unpriced = await makeProduct(db, { title: "Unpriced Kettle", variants: [{ eur: null }] });

describe("lists", () => {
  test("show what is active and priced in the region, newest first", async () => {
    const page = await list({});
    expect(page.items.map((i) => i.title)).toEqual([
      "Linen Blanket",
      "Crème Teapot",
      "Copper Kettle",
    ]);
    expect(page).toMatchObject({ total: 3, nextCursor: null, correctedTo: null });
    expect((await list({ region: "us" })).items).toEqual([]);
    const item = page.items[2];
    expect(item).toMatchObject({
      price: { amountMinor: 4900, currency: "EUR" },
      compareAt: { amountMinor: 5900 },
      priceVaries: true,
      image: { src: `https://pictures.example/${kettle.id}/0` },
      hoverImage: { src: `https://pictures.example/${kettle.id}/1` },
    });
    expect(item?.variants.map((v) => v.available)).toEqual([0, 3]);
    expect(page.items[1]?.variants[0]?.available).toBeNull();
  });

  test("a category includes its children; an unknown one is an error", async () => {
    expect(await titles({ category: home.handle })).toHaveLength(3);
    expect(await titles({ category: textiles.handle })).toEqual(["Linen Blanket"]);
    expect(await titles({ collection: slow.handle })).toEqual(["Copper Kettle"]);
    await expect(list({ category: "nowhere" })).rejects.toMatchObject({
      reason: "catalog.category_not_found",
    });
    await expect(list({ collection: "nothing" })).rejects.toMatchObject({
      reason: "catalog.collection_not_found",
    });
  });

  test("options: any within an axis, and one variant has all axes", async () => {
    expect(await titles({ options: { Color: ["Copper", "Sage"] } })).toHaveLength(2);
    expect(await titles({ options: { Color: ["Ink"], Size: ["S"] } })).toEqual(["Crème Teapot"]);
    expect(await titles({ options: { Color: ["Copper"], Size: ["L"] } })).toEqual([]);
    expect(await titles({ options: { Nope: ["x"] } })).toEqual([]);
    expect(await titles({ options: { Color: [] } })).toHaveLength(3);
  });

  test("in stock means a variant that fits can be bought", async () => {
    expect(await titles({ availability: "in_stock" })).toHaveLength(3);
    const copper = { options: { Color: ["Copper"] }, availability: "in_stock" };
    expect(await titles(copper)).toEqual([]);
    const first = kettle.variantIds[0] ?? "";
    await db.update(levels).set({ onHand: 2, held: 1 }).where(eq(levels.variantId, first));
    expect(await titles(copper)).toEqual(["Copper Kettle"]);
    await db.update(levels).set({ held: 2 }).where(eq(levels.variantId, first));
    expect(await titles(copper)).toEqual([]);
    await db.update(levels).set({ onHand: 0, held: 0 }).where(eq(levels.variantId, first));
  });

  test("price range and sorts", async () => {
    expect(await titles({ priceMin: 3501, priceMax: 8900, sort: "price" })).toEqual([
      "Copper Kettle",
      "Linen Blanket",
    ]);
    expect(await titles({ sort: "-price" })).toEqual([
      "Linen Blanket",
      "Copper Kettle",
      "Crème Teapot",
    ]);
    expect(await titles({ sort: "title" })).toEqual([
      "Copper Kettle",
      "Crème Teapot",
      "Linen Blanket",
    ]);
    expect(await titles({ sort: "relevance" })).toHaveLength(3);
  });
});

describe("facets", () => {
  test("count what is listed, with labels and swatches", async () => {
    const { facets } = await list({});
    expect(facets?.categories).toEqual([
      { value: home.handle, label: "Home", count: 3 },
      { value: kitchen.handle, label: "Kitchen", count: 2 },
      { value: textiles.handle, label: "Textiles", count: 1 },
    ]);
    expect(facets?.collections).toEqual([{ value: slow.handle, label: "Slow mornings", count: 1 }]);
    expect(facets?.options.map((axis) => axis.name)).toEqual(["Color", "Size"]);
    const ink = { value: "Ink", label: "Ink", count: 2, swatch: "#123456" };
    expect(facets?.options[0]?.values).toContainEqual(ink);
    expect(facets?.price).toMatchObject({ min: { amountMinor: 3500 }, max: { amountMinor: 8900 } });
    expect(facets?.inStock).toBe(3);
  });

  test("ignore their own filter and obey the others", async () => {
    const { facets, total } = await list({
      category: kitchen.handle,
      options: { Color: ["Copper"] },
      priceMax: 5000,
    });
    expect(total).toBe(1);
    // Categories: all with copper up to 50 EUR. Colours: all in the kitchen up to 50 EUR.
    expect(facets?.categories.map((c) => [c.label, c.count])).toEqual([
      ["Home", 1],
      ["Kitchen", 1],
    ]);
    expect(facets?.options.find((axis) => axis.name === "Color")?.values).toMatchObject([
      { value: "Ink", count: 2 },
      { value: "Copper", count: 1 },
    ]);
    expect(facets?.options.find((axis) => axis.name === "Size")?.values).toMatchObject([
      { value: "S", count: 1 },
      { value: "L", count: 1 },
    ]);
    expect(facets?.price).toMatchObject({ min: { amountMinor: 4900 }, max: { amountMinor: 4900 } });
  });

  test("an empty list has empty facets", async () => {
    expect(await list({ priceMin: 999_999_999 })).toMatchObject({
      items: [],
      total: 0,
      facets: { categories: [], options: [], inStock: 0 },
    });
  });
});

describe("search", () => {
  test("knows stems, accents, beginnings, and puts titles first", async () => {
    expect(await titles({ search: "kettles" })).toEqual(["Copper Kettle", "Crème Teapot"]);
    expect(await titles({ search: "creme" })).toEqual(["Crème Teapot"]);
    expect(await titles({ search: "LINEN bla" })).toEqual(["Linen Blanket"]);
    expect(await titles({ search: "gift" })).toEqual(["Copper Kettle"]);
    expect(await titles({ search: "kettle", sort: "price" })).toEqual([
      "Crème Teapot",
      "Copper Kettle",
    ]);
    expect((await list({ search: "kettle", category: kitchen.handle })).total).toBe(2);
  });

  test.each([
    ["teaopt", "teapot"],
    ["coper kettel", "copper kettle"],
    ["blankte", "blanket"],
  ])("%s is corrected to %s", async (typed, correctedTo) => {
    const page = await list({ search: typed });
    expect(page.correctedTo).toBe(correctedTo);
    expect(page.items.length).toBeGreaterThan(0);
  });

  test("does not correct what matches as typed, nor what is like nothing", async () => {
    expect((await list({ search: "kettle" })).correctedTo).toBeNull();
    expect(await list({ search: "xylophone" })).toMatchObject({ items: [], correctedTo: null });
    // Known words that a filter leaves nothing of are no slip.
    expect(await list({ search: "blanket", category: kitchen.handle })).toMatchObject({
      items: [],
      correctedTo: null,
    });
  });

  test.each([
    "'; drop table product; --",
    "a & | ! ( ) :* <->",
    "\\",
    "''",
    "%_%",
    "\u02bc\u0149",
    "½ № ﬁ",
    "東京 急須",
    "\u{1f375}\u{1f375}",
    "x".repeat(200),
    "& ".repeat(100),
    ":*",
    "e\u0301",
    "the",
    "-",
  ])("hostile input %j is only text", async (search) => {
    for (const sort of ["relevance", "newest", "title"] satisfies ProductSort[]) {
      expect((await list({ search, sort })).items).toEqual([]);
    }
    if (search.trim())
      Suggestions.parse(await suggest(ctx, Suggest.parse({ q: search.slice(0, 100) })));
  });
});

describe("pages", () => {
  const made = Array.from({ length: 23 }, (_, i) => ({
    title: `Paged Lamp ${String(i % 7)}`,
    publishedAt: new Date(Date.UTC(2025, 0, 1 + (i % 5))).toISOString(),
    variants: [{ eur: 1000 + (i % 4) * 100 }],
  }));

  test.each(["relevance", "newest", "price", "-price", "title"] satisfies ProductSort[])(
    "by %s: each product once, although others come in between",
    async (sort) => {
      const word = `paged${sort.replace("-", "x")}`;
      const named = (title: string) => ({ title: `${title} ${word}` });
      const wanted: string[] = [];
      for (const product of made)
        wanted.push((await makeProduct(db, { ...product, ...named(product.title) })).id);
      const seen: string[] = [];
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page = await list({ search: word, sort, limit: 5, ...(cursor && { cursor }) });
        seen.push(...page.items.map((item) => item.id));
        expect([page.total, page.facets !== null]).toEqual(cursor ? [null, false] : [23, true]);
        cursor = page.nextCursor ?? undefined;
        pages++;
        await makeProduct(db, { title: `Newcomer ${word}`, variants: [{ eur: 1100 }] });
      } while (cursor && pages < 20);
      expect(new Set(seen).size).toBe(seen.length);
      expect(wanted.filter((id) => !seen.includes(id))).toEqual([]);
    },
  );

  test("of a corrected search go on with the correction", async () => {
    for (let i = 0; i < 3; i++) await makeProduct(db, { title: `Whistle ${i}` });
    const first = await list({ search: "whitsle", limit: 2 });
    expect(first).toMatchObject({ correctedTo: "whistle", items: [{}, {}] });
    const second = await list({ search: "whitsle", limit: 2, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ correctedTo: "whistle", items: [{}], nextCursor: null });
  });

  test.each(["", "x", "bm9uc2Vuc2U", Buffer.from('["price",1,"prod_x",0]').toString("base64url")])(
    "the cursor %j is refused",
    async (cursor) => {
      await expect(list({ sort: "price", cursor })).rejects.toMatchObject({
        reason: "page.bad_cursor",
      });
    },
  );

  test("a cursor of another order is refused", async () => {
    const { nextCursor } = await list({ sort: "price", limit: 1 });
    await expect(list({ sort: "title", cursor: nextCursor ?? "" })).rejects.toMatchObject({
      reason: "page.bad_cursor",
    });
  });

  test("a page costs the same number of statements whatever its length", async () => {
    const counted = async (limit: number) => {
      let statements = 0;
      const counting = createClient(database.url, { max: 1 });
      counting.$client.options.debug = () => void statements++;
      const page = await listProducts(testContext(counting), ListProducts.parse({ limit }));
      await counting.$client.end();
      return { statements, items: page.items.length };
    };
    const [one, many] = [await counted(1), await counted(20)];
    expect([one.items, many.items]).toEqual([1, 20]);
    expect(one.statements).toBeGreaterThan(1);
    expect(many.statements).toBe(one.statements);
  });
});

describe("one product", () => {
  test("comes whole, with breadcrumbs from the top down", async () => {
    const product = await get(kettle.handle);
    expect(product).toMatchObject({
      title: "Copper Kettle",
      tags: ["gift"],
      categories: [{ title: "Home" }, { title: "Kitchen" }],
      collections: [{ title: "Slow mornings" }],
      publishedAt: "2026-01-01T00:00:00.000Z",
    });
    expect(product.options.map((axis) => axis.name)).toEqual(["Color", "Size"]);
    expect(product.images).toHaveLength(3);
    expect(product.variants[1]).toMatchObject({
      options: { Color: "Ink", Size: "L" },
      available: 3,
    });
  });

  test.each([
    ["unknown", "no-such-thing"],
    ["without a price in the region", unpriced.handle],
  ])("%s is not found", async (_, handle) => {
    await expect(get(handle)).rejects.toMatchObject({
      kind: "not_found",
      reason: "catalog.product_not_found",
      details: { handle },
    });
  });

  test("also inside a transaction, which sees its own writes", async () => {
    await db.transaction(async (tx) => {
      await tx.execute(sql`update product set title = 'Renamed' where id = ${kettle.id}`);
      const inside = await getProduct(
        { ...ctx, db: tx },
        {
          handle: kettle.handle,
          region: "eu",
          language: "en",
        },
      );
      expect(inside.title).toBe("Renamed");
      await tx.execute(sql`update product set title = 'Copper Kettle' where id = ${kettle.id}`);
    });
  });
});

test("suggestions: products with picture and price, categories, a total", async () => {
  const found = Suggestions.parse(await suggest(ctx, Suggest.parse({ q: "kett", limit: 1 })));
  expect(found).toMatchObject({
    total: 2,
    products: [{ title: "Copper Kettle", price: { amountMinor: 4900 } }],
    correctedTo: null,
  });
  expect((await suggest(ctx, Suggest.parse({ q: "kitch" }))).categories).toMatchObject([
    { title: "Kitchen" },
  ]);
  const unsold = await suggest(ctx, Suggest.parse({ q: "teaopt", region: "jp" }));
  expect(unsold, "known by these words, and not sold there").toMatchObject({ correctedTo: null });
  expect(await suggest(ctx, Suggest.parse({ q: "teaopt" }))).toMatchObject({
    products: [{ priceVaries: expect.any(Boolean) }],
    correctedTo: "teapot",
  });
});

test("the tree counts children in their parent", async () => {
  const { items } = await listCategories(ctx);
  const tree = items.find((item) => item.id === home.id);
  expect([tree?.productCount, tree?.children.map((c) => [c.title, c.productCount])]).toEqual([
    3,
    [
      ["Kitchen", 2],
      ["Textiles", 1],
    ],
  ]);
  const { items: sets } = await listCollections(ctx);
  expect(sets).toMatchObject([{ title: "Slow mornings", productCount: 1, startsAt: null }]);
});
