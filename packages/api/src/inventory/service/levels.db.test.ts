import { createClient, type Database } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import * as schema from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { stockOf } from "../../../testing/ledger.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { changePrices } from "../../catalog/service/prices.ts";
import { newId } from "../../kernel/ids.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import { holdStock } from "./holds.ts";
import { setLevels } from "./levels.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());
const ctx = testContext(db);
const location = await makeLocation(db);
const variants = await Promise.all(
  Array.from({ length: 300 }, async () => (await makeVariant(db)).variantId),
);

/** One connection that counts what it sends. */
const sent: string[] = [];
const client = postgres(database.url, { max: 1, debug: (_, query) => sent.push(query) });
afterAll(() => client.end());
const watched: Database = drizzle(client, { schema, casing: "snake_case" });
const counted = testContext(watched);

const counts = (ids: readonly string[], onHand: number) => ({
  items: ids.map((variantId) => ({ variantId, locationId: location, onHand })),
});

test("three hundred levels, and prices, cost as many statements as two", async () => {
  const prices = (ids: readonly string[], amountMinor: number) =>
    inTransaction(counted, (tx) =>
      changePrices(
        tx,
        ids.map((variantId) => ({
          variantId,
          region: "eu" as const,
          price: { amountMinor, currency: "EUR" as const },
        })),
      ),
    );
  // Regions are read once and kept, types of parameters asked for once.
  await setLevels(counted, counts(variants.slice(0, 2), 1));
  await prices(variants.slice(0, 2), 1);
  const cost = async (work: () => Promise<unknown>) => {
    sent.length = 0;
    await work();
    return sent.length;
  };
  const few = await cost(() => setLevels(counted, counts(variants.slice(2, 4), 7)));
  expect(await cost(() => setLevels(counted, counts(variants.slice(4), 7)))).toBe(few);
  const fewPrices = await cost(() => prices(variants.slice(2, 4), 500));
  expect(await cost(() => prices(variants.slice(4), 500))).toBe(fewPrices);
});

test("each is set or refused by itself", async () => {
  const [first, second, third] = variants as [string, string, string];
  await setLevels(ctx, counts([first, second, third], 10));
  await holdStock(ctx, {
    ownerId: newId("chk"),
    ttlSeconds: 600,
    requests: [{ id: newId("hold"), variantId: third, quantity: 4 }],
  });
  const at = { locationId: location };
  const version = async (variantId: string) =>
    (await setLevels(ctx, { items: [{ variantId, ...at, onHand: 10 }] })).results[0]!.version!;
  const [v1, v3] = [await version(first), await version(third)];
  const { results } = await setLevels(ctx, {
    items: [
      { variantId: first, ...at, onHand: 11, expectedVersion: v1 },
      { variantId: second, ...at, onHand: 11, expectedVersion: 99 },
      { variantId: third, ...at, onHand: 3 },
      { variantId: newId("var"), ...at, onHand: 3 },
      { variantId: first, locationId: newId("loc"), onHand: 3 },
    ],
  });
  expect(results).toMatchObject([
    { index: 0, status: 200, version: v1 + 1, problem: null },
    { index: 1, status: 412, problem: { reason: "inventory.version_mismatch" } },
    { index: 2, status: 409, version: null, problem: { details: { onHand: 3, held: 4 } } },
    { index: 3, status: 404, problem: { reason: "inventory.variant_not_found" } },
    { index: 4, status: 404, problem: { reason: "inventory.location_not_found" } },
  ]);
  expect(await version(third)).toBe(v3);
  expect(await stockOf(db, first)).toMatchObject({ onHand: 11 });
  expect(await stockOf(db, second)).toMatchObject({ onHand: 10 });
});

test("batches in opposite orders, single counts and holds never wait in a circle", async () => {
  const deadlocks = async () => {
    const [row] = await db.$client<{ n: number }[]>`
      select deadlocks::int as n from pg_stat_database where datname = current_database()`;
    return row!.n;
  };
  const some = variants.slice(10, 40);
  await setLevels(ctx, counts(some, 1_000));
  const before = await deadlocks();
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const order = n % 2 === 0 ? some : some.toReversed();
      await setLevels(ctx, counts(order, 1_000 + n));
      await holdStock(ctx, {
        ownerId: newId("chk"),
        ttlSeconds: 600,
        requests: order
          .slice(0, 3)
          .map((variantId) => ({ id: newId("hold"), variantId, quantity: 1 })),
      });
    }),
  );
  expect(await deadlocks()).toBe(before);
  expect(await findBrokenInvariants(db)).toEqual([]);
});
