import { createClient } from "@meridian/db/client.ts";
import {
  categoryTranslations,
  optionTranslations,
  products,
  productTranslations,
} from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeCategory, makeProduct } from "../../../testing/products.ts";
import { ListProducts, Suggest, type Product } from "../contract.ts";
import type { Language } from "../../kernel/language.ts";
import { getProduct } from "./get-product.ts";
import { listProducts } from "./list-products.ts";
import { suggest } from "./suggest.ts";
import { setProductTranslation } from "./translations.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const ctx = testContext(db);

const list = (input: object) => listProducts(ctx, ListProducts.parse({ limit: 100, ...input }));
const titles = async (search: string, language: Language) =>
  (await list({ search, language })).items.map(({ title }) => title);
let pot: Awaited<ReturnType<typeof makeProduct>>;
let plain: Awaited<ReturnType<typeof makeProduct>>;
const read = (language: Language, product = pot): Promise<Product> =>
  getProduct(ctx, { handle: product.handle, region: "eu", language });

beforeAll(async () => {
  const pots = await makeCategory(db, "Pots");
  pot = await makeProduct(db, {
    title: "Tide teapot",
    subtitle: "Pours well",
    description: "Made in Hamburg.",
    categoryIds: [pots.id],
    variants: [{ options: { Color: "Sage" } }, { options: { Color: "Rose" } }],
  });
  await db.update(products).set({ vendor: "Halden" }).where(eq(products.id, pot.id));
  plain = await makeProduct(db, { title: "Plain teapot" });
  await db.insert(categoryTranslations).values([
    { categoryId: pots.id, language: "de", title: "Kannen" },
    { categoryId: pots.id, language: "ja", title: "ポット" },
  ]);
  await db.insert(optionTranslations).values([
    { language: "de", name: "Color", value: "", label: "Farbe" },
    { language: "de", name: "Color", value: "Sage", label: "Salbei" },
  ]);
  await db.insert(productTranslations).values([
    { productId: pot.id, language: "de", title: "Teekanne Gezeiten", details: ["Spülbar"] },
    {
      productId: pot.id,
      language: "ja",
      title: "潮のティーポット",
      description: "静かな朝のための急須です。",
    },
  ]);
});

describe("reading", () => {
  test("tells what is translated, and the rest in English, field by field", async () => {
    const product = await read("de");
    expect(product).toMatchObject({
      title: "Teekanne Gezeiten",
      subtitle: "Pours well",
      description: "Made in Hamburg.",
      details: ["Spülbar"],
      categories: [{ title: "Kannen" }],
    });
    const [summary] = (await list({ language: "ja", search: "tide" })).items;
    expect(summary?.title).toBe("潮のティーポット");
    expect((await read("en")).title).toBe("Tide teapot");
    expect((await read("de", plain)).title).toBe("Plain teapot");
  });

  test("names and values stay keys; labels and variants' titles are for reading", async () => {
    const { options, variants } = await read("de");
    expect(options).toMatchObject([
      {
        name: "Color",
        label: "Farbe",
        values: [
          { value: "Sage", label: "Salbei" },
          { value: "Rose", label: "Rose" },
        ],
      },
    ]);
    expect(variants.map(({ title, options: chosen }) => [title, chosen])).toEqual([
      ["Salbei", { Color: "Sage" }],
      ["Rose", { Color: "Rose" }],
    ]);
  });

  test("facets have the same values in every language, with other labels", async () => {
    const [english, german] = await Promise.all([list({}), list({ language: "de" })]);
    const keys = ({ facets }: typeof english) => [
      facets?.categories.map(({ value, count }) => [value, count]),
      facets?.options.map(({ name, values }) => [name, values.map(({ value }) => value)]),
    ];
    expect(keys(german)).toEqual(keys(english));
    expect(german.facets?.categories.map(({ label }) => label)).toEqual(["Kannen"]);
    expect(german.facets?.options.map(({ label }) => label)).toEqual(["Farbe"]);
    const filtered = await list({ language: "de", options: { Color: ["Sage"] } });
    expect(filtered.items.map(({ id }) => id)).toEqual([pot.id]);
  });
});

test("an order by title is by the titles of the language, page by page", async () => {
  const page = (language: Language, cursor?: string) =>
    list({ language, sort: "title", limit: 1, ...(cursor && { cursor }) });
  const walk = async (language: Language) => {
    const first = await page(language);
    const second = await page(language, first.nextCursor ?? "");
    return [...first.items, ...second.items].map(({ title }) => title);
  };
  expect(await walk("en")).toEqual(["Plain teapot", "Tide teapot"]);
  expect(await walk("de")).toEqual(["Plain teapot", "Teekanne Gezeiten"]);
  const { nextCursor } = await page("de");
  await expect(page("en", nextCursor ?? "")).rejects.toThrow();
  const words = { handle: pot.handle, language: "de" as const, details: ["Spülbar"] };
  const { version } = await read("de");
  await setProductTranslation(ctx, { ...words, title: "Kanne Ebbe", expectedVersion: version });
  expect(await walk("de")).toEqual(["Kanne Ebbe", "Plain teapot"]);
  const title = "Teekanne Gezeiten";
  await setProductTranslation(ctx, { ...words, title, expectedVersion: version + 1 });
  expect(await walk("de")).toEqual(["Plain teapot", "Teekanne Gezeiten"]);
});

describe("search", () => {
  test.each([
    ["teekanne", "de"],
    // By its stem, half typed, mistyped, and as a part of a longer word.
    ["teekannen", "de"],
    ["teeka", "de"],
    ["teekane", "de"],
    ["kanne", "de"],
    ["halden gezeiten", "de"],
    ["ティーポット", "ja"],
    ["ポット", "ja"],
    ["急須", "ja"],
    ["潮", "ja"],
    // In the shop's own words as well.
    ["tide", "ja"],
    ["hamburg", "de"],
  ] as const)("finds %s in %s", async (search, language) => {
    const found = (await list({ search, language })).items.map(({ id }) => id);
    expect(found).toEqual([pot.id]);
  });

  test("what fits better comes first, and what is not translated is found by its own words", async () => {
    expect(await titles("teapot", "de")).toEqual(["Plain teapot", "Teekanne Gezeiten"]);
    expect(await titles("teekanne", "en")).toEqual([]);
    // A mark makes another letter.
    expect(await titles("ホット", "ja")).toEqual([]);
  });

  test("follows when the product's own words change", async () => {
    await db.update(products).set({ vendor: "Sundhaven" }).where(eq(products.id, pot.id));
    expect(await titles("sundhaven gezeiten", "de")).toEqual(["Teekanne Gezeiten"]);
    await db.update(products).set({ vendor: "Halden" }).where(eq(products.id, pot.id));
  });

  test("suggests in the language", async () => {
    const german = await suggest(ctx, Suggest.parse({ q: "kann", language: "de" }));
    expect(german.products.map(({ title }) => title)).toEqual(["Teekanne Gezeiten"]);
    expect(german.categories.map(({ title }) => title)).toEqual(["Kannen"]);
    const japanese = await suggest(ctx, Suggest.parse({ q: "ポッ", language: "ja" }));
    expect(japanese.products.map(({ title }) => title)).toEqual(["潮のティーポット"]);
    expect(japanese.categories.map(({ title }) => title)).toEqual(["ポット"]);
    expect(japanese.total).toBe(1);
  });
});
