import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { expect, test } from "vitest";
import { catalogueManager, eur, newHandle, teapot } from "./catalogue-manager.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const { call, add, change } = catalogueManager(app);
const location = await makeLocation(db);
const sql = db.$client;

test("of twenty changes of one version one goes in", async () => {
  const record = await add();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => change(record, { title: `Title ${n}` })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  const { record: now } = await call("GET", `/products/${record.handle}/record`);
  expect(now.version).toBe(2);
  expect(now.title).toBe(answers.find(({ status }) => status === 200)?.record.title);
});

test("of ten with the same handle, or the same code, one goes in", async () => {
  const handle = newHandle();
  const same = await Promise.all(
    Array.from({ length: 10 }, () => call("POST", "/products", teapot({ handle }))),
  );
  expect(same.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(same.find(({ status }) => status === 409)?.problem).toMatchObject({
    reason: "catalog.handle_taken",
    details: { handle },
  });
  const coded = await Promise.all(
    Array.from({ length: 10 }, () =>
      call("POST", "/products", teapot({ variants: [{ sku: "ONE", prices: [eur(1)] }] })),
    ),
  );
  expect(coded.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(coded.filter(({ status }) => status === 409)).toHaveLength(9);
  expect(coded.find(({ status }) => status === 409)?.problem).toMatchObject({
    reason: "catalog.sku_taken",
    details: { sku: "ONE" },
  });
});

test("changes of a product and counts of its stock never wait in a circle", async () => {
  const record = await add();
  const ids = record.variants.map(({ id }) => id);
  const before = await deadlocks();
  const work = Array.from({ length: 20 }, async (_, n) => {
    const { record: now } = await call("GET", `/products/${record.handle}/record`);
    await change(now, { variants: now.variants.toReversed(), title: `Turn ${n}` });
    await call(
      "POST",
      "/inventory/adjustments",
      {
        variantId: ids[n % 2],
        locationId: location,
        delta: 1,
        reason: "received",
      },
      { "idempotency-key": `circle-${n}` },
    );
  });
  await Promise.all(work);
  expect(await deadlocks()).toBe(before);
  expect(await findBrokenInvariants(db)).toEqual([]);
});

async function deadlocks(): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select deadlocks::int as n from pg_stat_database where datname = current_database()`;
  return row!.n;
}
