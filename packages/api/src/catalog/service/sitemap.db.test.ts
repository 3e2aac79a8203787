import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeProduct } from "../../../testing/products.ts";
import { getSitemapPart, readSitemapParts } from "./sitemap.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const ctx = testContext(db);

test("its parts hold every product that is sold, once each, with where it is sold", async () => {
  const made = [];
  for (let i = 0; i < 7; i++) made.push(await makeProduct(db, { title: `Bowl ${i}` }));
  await makeProduct(db, { title: "Not yet", status: "draft" });
  await makeProduct(db, { title: "Sold nowhere", variants: [{ eur: null }] });

  const parts = await readSitemapParts(ctx, 3);
  expect(parts.items).toHaveLength(3);
  const found = await Promise.all(parts.items.map((part) => getSitemapPart(ctx, part, 3)));
  const items = found.flatMap((part) => part.items);
  expect(items.map(({ handle }) => handle).toSorted()).toEqual(
    made.map(({ handle }) => handle).toSorted(),
  );
  for (const { regions } of items) expect(regions).toEqual(["eu"]);
  for (const { updatedAt } of items) expect(Date.parse(updatedAt)).not.toBeNaN();
});

test("of an empty shop there are none", async () => {
  const empty = await testDatabase();
  const client = createClient(empty.url);
  onTestFinished(() => client.$client.end());
  expect(await readSitemapParts(testContext(client))).toEqual({ items: [] });
});
