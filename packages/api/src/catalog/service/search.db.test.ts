import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeProduct } from "../../../testing/products.ts";
import { ListProducts } from "../contract.ts";
import { listProducts } from "./list-products.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const ctx = testContext(db);

async function titles(search: string): Promise<string[]> {
  const page = await listProducts(ctx, ListProducts.parse({ search, limit: 100 }));
  return page.items.map((item) => item.title);
}

test("a whole word comes before a beginning, wherever it stands in the name; then the title before the rest", async () => {
  const made: [string, Partial<Parameters<typeof makeProduct>[1]>][] = [
    ["Brewing oolon with care", {}],
    ["Oolon", {}],
    ["Oolongs for two", {}],
    ["Small tin", { tags: ["oolon"] }],
    ["Cup", { description: "Made for oolon." }],
  ];
  for (const [index, [title, more]] of made.entries()) {
    const publishedAt = new Date(Date.UTC(2025, 0, index + 1)).toISOString();
    await makeProduct(db, { title, publishedAt, ...more });
  }
  expect(await titles("oolon")).toEqual([
    "Oolon",
    "Brewing oolon with care",
    "Small tin",
    "Oolongs for two",
    "Cup",
  ]);
});

test("a beginning finds words, not the marks of the index", async () => {
  for (const search of ["t", "n"]) {
    const found = await titles(search);
    expect(found.filter((title) => !new RegExp(`\\b${search}`, "i").test(title))).toEqual([]);
  }
});
