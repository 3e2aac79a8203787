import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, describe, expect, test } from "vitest";
import { testContext } from "../../testing/context.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { newId } from "../kernel/ids.ts";
import { inTransaction } from "../kernel/transaction.ts";
import { getAvailability, listAvailability } from "./service.ts";
import { holdStock } from "./service/holds.ts";
import { adjust, setLevel } from "./service/levels.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const clerk = testContext(db, {
  actor: { kind: "client", id: "clerk", scopes: new Set(["inventory:read"]) },
});

const events = (variantId: string) =>
  db.$client<{ data: { available: number }; version: number }[]>`
    select data, aggregate_version as version from outbox
    where aggregate_id = ${variantId} and type = 'stock.changed' order by id`;
const ledgerSum = async (variantId: string) => {
  const [row] = await db.$client<{ sum: number }[]>`
    select coalesce(sum(delta), 0)::int as sum from movement where variant_id = ${variantId}`;
  return row?.sum;
};

describe("availability", () => {
  test("totals for everybody, locations for those who may see them", async () => {
    const other = await makeLocation(db);
    const { variantId } = await makeVariant(db, { stock: { [warehouse]: 3, [other]: 4 } });
    expect(await getAvailability(ctx, { variantId })).toEqual({
      variantId,
      available: 7,
      version: 2,
    });
    const { levels } = await getAvailability(clerk, { variantId });
    expect(levels?.map((level) => level.available).toSorted()).toEqual([3, 4]);
  });

  test("what is not counted has no number, what does not exist is an error alone and absent in a list", async () => {
    const { variantId } = await makeVariant(db, { isTracked: false });
    const missing = newId("var");
    expect((await getAvailability(ctx, { variantId })).available).toBeNull();
    await expect(getAvailability(ctx, { variantId: missing })).rejects.toMatchObject({
      reason: "inventory.variant_not_found",
    });
    const { items } = await listAvailability(ctx, { variantIds: [missing, variantId, variantId] });
    expect(items.map((item) => item.variantId)).toEqual([variantId]);
  });
});

describe("setting a level", () => {
  test("version 0 makes it, the ledger and the event follow", async () => {
    const { variantId } = await makeVariant(db);
    const key = { variantId, locationId: warehouse };
    const level = await setLevel(ctx, { ...key, onHand: 12, expectedVersion: 0 });
    expect(level).toMatchObject({ onHand: 12, held: 0, available: 12, version: 1 });
    const counted = await setLevel(ctx, { ...key, onHand: 9, expectedVersion: 1 });
    expect(counted.version).toBe(2);
    expect(await ledgerSum(variantId)).toBe(9);
    expect((await events(variantId)).map((e) => [e.version, e.data.available])).toEqual([
      [1, 12],
      [2, 9],
    ]);
  });

  test("a stale version changes nothing and is told the present", async () => {
    const { variantId } = await makeVariant(db, { stock: { [warehouse]: 5 } });
    const key = { variantId, locationId: warehouse };
    await expect(setLevel(ctx, { ...key, onHand: 9, expectedVersion: 0 })).rejects.toMatchObject({
      kind: "precondition_failed",
      reason: "inventory.version_mismatch",
      details: { expected: 0, actual: 1 },
      current: { onHand: 5, version: 1 },
    });
    expect(await ledgerSum(variantId)).toBe(5);
  });

  test("of twenty who saw the same version one wins", async () => {
    const { variantId } = await makeVariant(db, { stock: { [warehouse]: 5 } });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        setLevel(ctx, { variantId, locationId: warehouse, onHand: index, expectedVersion: 1 }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("levels made at once at two locations announce their sum", async () => {
    const other = await makeLocation(db);
    const { variantId } = await makeVariant(db);
    await Promise.all(
      [warehouse, other].map((locationId) =>
        setLevel(ctx, { variantId, locationId, onHand: 10, expectedVersion: 0 }),
      ),
    );
    const newest = (await events(variantId)).at(-1);
    expect(newest).toMatchObject({ version: 2, data: { available: 20 } });
  });

  test("what is promised can't be taken away", async () => {
    const { variantId } = await makeVariant(db, { stock: { [warehouse]: 5 } });
    await inTransaction(ctx, (tx) =>
      holdStock(tx, {
        ownerId: newId("chk"),
        ttlSeconds: 60,
        requests: [{ id: newId("hold"), variantId, quantity: 4 }],
      }),
    );
    const key = { variantId, locationId: warehouse };
    const refusal = { kind: "conflict", reason: "inventory.below_held" };
    await expect(setLevel(ctx, { ...key, onHand: 3, expectedVersion: 2 })).rejects.toMatchObject(
      refusal,
    );
    await expect(adjust(ctx, { ...key, delta: -2, reason: "damaged" })).rejects.toMatchObject({
      ...refusal,
      details: { onHand: 3, held: 4 },
    });
    expect(await adjust(ctx, { ...key, delta: -1, reason: "damaged" })).toMatchObject({
      onHand: 4,
      available: 0,
    });
  });
});

describe("adjusting", () => {
  test("many at once all count", async () => {
    const { variantId } = await makeVariant(db);
    await Promise.all(
      Array.from({ length: 30 }, () =>
        adjust(ctx, { variantId, locationId: warehouse, delta: 2, reason: "received" }),
      ),
    );
    expect(await getAvailability(ctx, { variantId })).toMatchObject({ available: 60, version: 30 });
    expect(await ledgerSum(variantId)).toBe(60);
  });

  test("unknown places and things", async () => {
    const { variantId } = await makeVariant(db);
    const delta = { delta: 1, reason: "received" } as const;
    await expect(
      adjust(ctx, { variantId, locationId: newId("loc"), ...delta }),
    ).rejects.toMatchObject({ reason: "inventory.location_not_found" });
    await expect(
      adjust(ctx, { variantId: newId("var"), locationId: warehouse, ...delta }),
    ).rejects.toMatchObject({ reason: "inventory.variant_not_found" });
  });
});
