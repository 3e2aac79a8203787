import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import { getRegion, listRegions } from "./regions.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const ctx = testContext(db);

test("regions come with tax and shipping; an unknown one is an error", async () => {
  const { items } = await listRegions(ctx);
  expect(items.map((region) => [region.id, region.currency])).toEqual([
    ["eu", "EUR"],
    ["uk", "GBP"],
    ["us", "USD"],
    ["jp", "JPY"],
  ]);
  const eu = await getRegion(ctx, "eu");
  expect(eu.taxRates.find((rate) => rate.country === "DE")?.basisPoints).toBe(1900);
  expect(eu.shippingOptions[0]).toMatchObject({ id: "standard", freeFrom: { amountMinor: 7500 } });
  await expect(getRegion(ctx, "mars")).rejects.toMatchObject({
    reason: "catalog.region_not_found",
  });
});

test("who holds the last connection does not wait for who waits for one", async () => {
  const narrow = createClient(database.url, { max: 1 });
  const inAMinute = { now: () => new Date(Date.now() + 60_000) };
  const later = testContext(narrow, { clock: inAMinute });
  const outside: Promise<unknown>[] = [];
  await inTransaction(later, async (tx) => {
    outside.push(getRegion(later, "eu"));
    expect((await getRegion(tx, "eu")).id).toBe("eu");
  });
  await Promise.all(outside);
  await narrow.$client.end();
}, 30_000);
