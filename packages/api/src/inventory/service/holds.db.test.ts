import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, describe, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { newId } from "../../kernel/ids.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import { getAvailability } from "../service.ts";
import { expireHolds } from "./expiry.ts";
import { holdBatch, type HoldStock } from "./hold-batch.ts";
import { confirmHolds, holdStock, releaseHolds, restock } from "./holds.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const [first, second] = [await makeLocation(db, 0), await makeLocation(db, 1)];

type Line = readonly [variantId: string, quantity: number];

function ask(lines: readonly Line[], over: Partial<HoldStock> = {}): HoldStock {
  const requests = lines.map(([variantId, quantity]) => ({
    id: newId("hold"),
    variantId,
    quantity,
  }));
  return { ownerId: newId("chk"), ttlSeconds: 600, requests, ...over };
}
const hold = (input: HoldStock) => holdStock(ctx, input);
const confirm = async (ownerId: string, graceSeconds = 0) => {
  const sale = { ownerId, orderId: newId("ord") };
  const [allocations] = await inTransaction(ctx, (tx) => confirmHolds(tx, [sale], graceSeconds));
  if (!Array.isArray(allocations)) throw allocations ?? new Error("no answer");
  return { allocations };
};
const release = (ownerId: string) => inTransaction(ctx, (tx) => releaseHolds(tx, [ownerId]));
const available = async (variantId: string) =>
  (await getAvailability(ctx, { variantId })).available;
const countOf = (results: PromiseSettledResult<unknown>[], status: "fulfilled" | "rejected") =>
  results.filter((result) => result.status === status).length;
const reasonsOf = (results: PromiseSettledResult<unknown>[]) => [
  ...new Set(results.flatMap((r) => (r.status === "rejected" ? [r.reason.reason] : []))),
];
const deadlocks = async () => {
  const [row] = await db.$client<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return row?.deadlocks;
};

/** Levels that disagree with the ledger or with the open holds: always none. */
const brokenLevels = () => db.$client`
  select level.* from level
  where on_hand <> (select coalesce(sum(delta), 0) from movement
      where (variant_id, location_id) = (level.variant_id, level.location_id))
    or held <> (select coalesce(sum(quantity), 0) from hold where state = 'held'
      and (variant_id, location_id) = (level.variant_id, level.location_id))`;

/** What watchers were told last must be what is. */
const untoldVariants = () => db.$client`
  select variant_id from (
    select variant_id, sum(on_hand - held) as available, sum(version) as version
    from level group by variant_id) now
  join lateral (select data, aggregate_version from outbox
    where aggregate_id = now.variant_id and type = 'stock.changed'
    order by id desc limit 1) told on true
  where (told.data ->> 'available')::int <> now.available or told.aggregate_version <> now.version`;

describe("races", () => {
  test("fifty buyers of one unit: one gets it", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 1 } });
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => hold(ask([[variantId, 1]]))),
    );
    expect(countOf(results, "fulfilled")).toBe(1);
    expect(reasonsOf(results)).toEqual(["inventory.out_of_stock"]);
    expect(await available(variantId)).toBe(0);
  });

  test("two hundred buyers of fifty units at two places: fifty get one", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 20, [second]: 30 } });
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () => hold(ask([[variantId, 1]]))),
    );
    expect(countOf(results, "fulfilled")).toBe(50);
    expect(reasonsOf(results)).toEqual(["inventory.out_of_stock"]);
    expect(await brokenLevels()).toEqual([]);
  });

  test("orders of the same lines in opposite order never deadlock", async () => {
    const before = await deadlocks();
    const { variantId: a } = await makeVariant(db, { stock: { [first]: 40, [second]: 40 } });
    const { variantId: b } = await makeVariant(db, { stock: { [first]: 40, [second]: 40 } });
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, async (_, index) => {
        const input = ask(
          index % 2
            ? [
                [a, 1],
                [b, 2],
              ]
            : [
                [b, 2],
                [a, 1],
              ],
        );
        await hold(input);
        await (index % 3 ? confirm(input.ownerId) : release(input.ownerId));
      }),
    );
    expect(reasonsOf(results).filter((r) => r !== "inventory.out_of_stock")).toEqual([]);
    expect(await deadlocks()).toBe(before);
    expect(await brokenLevels()).toEqual([]);
  });

  test("expiry against confirmation: exactly one wins", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 40 } });
    const owners = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const input = ask([[variantId, 1]], { ttlSeconds: 0 });
        await hold(input);
        return input.ownerId;
      }),
    );
    const sweeps = Array.from({ length: 8 }, () => expireHolds(ctx, { limit: 10 }));
    const [confirmed, ...expired] = await Promise.all([
      Promise.allSettled(owners.map((ownerId) => confirm(ownerId, 60))),
      ...sweeps,
    ]);
    const sold = countOf(confirmed, "fulfilled");
    const ended = expired.flatMap((sweep) => sweep.ownerIds);
    expect(new Set(ended).size).toBe(ended.length);
    expect(sold + ended.length).toBe(40);
    expect(await available(variantId)).toBe(40 - sold);
    expect(await brokenLevels()).toEqual([]);
  });

  test("confirmed twice at once sells once", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 5 } });
    const input = ask([[variantId, 2]]);
    await hold(input);
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => confirm(input.ownerId)));
    expect(countOf(results, "fulfilled")).toBe(1);
    expect(reasonsOf(results)).toEqual(["inventory.hold_lost"]);
    expect(await available(variantId)).toBe(3);
  });

  test("the same call sent at once holds once and all hear the same", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 1, [second]: 5 } });
    const input = ask([[variantId, 1]]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => hold(input)));
    expect(new Set(answers.map((answer) => answer.expiresAt)).size).toBe(1);
    expect(await available(variantId)).toBe(5);
  });
});

describe("all or nothing", () => {
  test("one short line holds none, and says which", async () => {
    const { variantId: plenty } = await makeVariant(db, { stock: { [first]: 9 } });
    const { variantId: scarce } = await makeVariant(db, { stock: { [first]: 1, [second]: 1 } });
    await expect(
      hold(
        ask([
          [plenty, 1],
          [scarce, 3],
        ]),
      ),
    ).rejects.toMatchObject({
      kind: "conflict",
      reason: "inventory.out_of_stock",
      details: { variantId: scarce, requested: 3, available: 2 },
    });
    expect(await available(plenty)).toBe(9);
  });

  test("two lines of one variant count together", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 3 } });
    await expect(
      hold(
        ask([
          [variantId, 2],
          [variantId, 2],
        ]),
      ),
    ).rejects.toMatchObject({
      details: { variantId, requested: 4, available: 3 },
    });
    await hold(
      ask([
        [variantId, 2],
        [variantId, 1],
      ]),
    );
    expect(await available(variantId)).toBe(0);
  });

  test("a line that no place can serve whole is split", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 2, [second]: 3 } });
    const input = ask([[variantId, 4]]);
    await hold(input);
    const { allocations } = await confirm(input.ownerId);
    const parts = allocations.map(({ locationId, quantity }) => [locationId, quantity]);
    expect(Object.fromEntries(parts)).toEqual({ [first]: 1, [second]: 3 });
  });

  test("what is not tracked holds nothing and confirms nothing", async () => {
    const { variantId } = await makeVariant(db, { isTracked: false });
    const input = ask([[variantId, 999]]);
    expect(Date.parse((await hold(input)).expiresAt)).toBeGreaterThan(Date.now());
    expect(await confirm(input.ownerId)).toEqual({ allocations: [] });
    await expect(hold(ask([[newId("var"), 1]]))).rejects.toMatchObject({
      reason: "inventory.variant_not_found",
    });
  });

  test("holding as far as it goes", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 2, [second]: 1 } });
    const { quantities } = await hold(ask([[variantId, 5]], { isPartial: true }));
    expect(quantities.get(variantId)).toBe(3);
  });
});

describe("the end of a hold", () => {
  test("released stock is free at once, and only once", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 4 } });
    const input = ask([[variantId, 4]]);
    await hold(input);
    expect(await Promise.all([release(input.ownerId), release(input.ownerId)])).toContain(1);
    expect(await release(input.ownerId)).toBe(0);
    expect(await available(variantId)).toBe(4);
    await expect(confirm(input.ownerId)).rejects.toMatchObject({
      reason: "inventory.hold_lost",
      details: { variantIds: [variantId] },
    });
  });

  test("an overdue hold confirms only within the grace", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 1 } });
    const input = ask([[variantId, 1]], { ttlSeconds: 0 });
    await hold(input);
    await expect(confirm(input.ownerId)).rejects.toMatchObject({ reason: "inventory.hold_lost" });
    expect((await confirm(input.ownerId, 30)).allocations).toHaveLength(1);
  });

  test("an owner whose hold expired can hold again and confirm", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 1 } });
    const input = ask([[variantId, 1]], { ttlSeconds: 0 });
    await hold(input);
    const marked: string[] = [];
    const { ownerIds } = await expireHolds(ctx, {
      limit: 100,
      onExpired: async (_tx, ids) => void marked.push(...ids),
    });
    expect(ownerIds).toContain(input.ownerId);
    expect(marked).toEqual(ownerIds);
    await hold(ask([[variantId, 1]], { ownerId: input.ownerId }));
    expect((await confirm(input.ownerId)).allocations).toHaveLength(1);
  });

  test("owners that are not claimed keep what they hold; a failed mark undoes the expiry", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 1 } });
    await hold(ask([[variantId, 1]], { ttlSeconds: 0 }));
    expect(await expireHolds(ctx, { limit: 100, claimOwners: async () => [] })).toEqual({
      ownerIds: [],
    });
    await expect(
      expireHolds(ctx, { limit: 100, onExpired: () => Promise.reject(new Error("no")) }),
    ).rejects.toThrow("no");
    expect(await available(variantId)).toBe(0);
    await expireHolds(ctx, { limit: 100 });
    expect(await available(variantId)).toBe(1);
  });

  test("a checkout takes over what its cart held, nobody between", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 1 } });
    const cart = ask([[variantId, 1]], { ownerId: newId("cart") });
    await hold(cart);
    await hold(ask([[variantId, 1]], { replaces: { ownerIds: [cart.ownerId] } }));
    await expect(
      hold(ask([[variantId, 2]], { replaces: { ownerIds: [cart.ownerId] } })),
    ).rejects.toMatchObject({ details: { available: 0 } });
    expect(await brokenLevels()).toEqual([]);
  });

  test("a cancelled order's stock comes back where it was", async () => {
    const { variantId } = await makeVariant(db, { stock: { [first]: 2, [second]: 3 } });
    const input = ask([[variantId, 5]]);
    await hold(input);
    const { allocations } = await confirm(input.ownerId);
    expect(await available(variantId)).toBe(0);
    await inTransaction(ctx, (tx) =>
      restock(tx, { reason: "cancelled", reference: newId("ord") }, allocations),
    );
    expect(await available(variantId)).toBe(5);
    expect(await brokenLevels()).toEqual([]);
  });
});

test("held can't pass on hand, and the ledger can't be rewritten", async () => {
  const { variantId } = await makeVariant(db, { stock: { [first]: 1 } });
  await expect(
    db.$client`update level set held = 2 where variant_id = ${variantId}`,
  ).rejects.toMatchObject({ code: "23514" });
  await expect(
    db.$client`delete from movement where variant_id = ${variantId}`,
  ).rejects.toMatchObject({ code: "23001" });
});

test("the number of statements does not grow with the lines", async () => {
  const counted = async (lines: number) => {
    const made = await Promise.all(
      Array.from({ length: lines }, () => makeVariant(db, { stock: { [first]: 1 } })),
    );
    let count = 0;
    const log = { logQuery: () => void count++ };
    const watched = createClient(database.url, { max: 1 });
    Object.assign(watched._.session, { logger: log });
    const input = ask(made.map(({ variantId }) => [variantId, 1]));
    await inTransaction(testContext(watched), async (tx) => {
      Object.assign(tx.db._.session, { logger: log });
      await holdBatch(tx, [input]);
      await confirmHolds(tx, [{ ownerId: input.ownerId, orderId: newId("ord") }]);
    });
    await watched.$client.end();
    return count;
  };
  const one = await counted(1);
  expect(one).toBeGreaterThan(5);
  expect(await counted(100)).toBe(one);
});

test("after a storm of everything, the books agree and watchers know", async () => {
  let state = 20_260_301;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const made = await Promise.all(
    Array.from({ length: 4 }, () => makeVariant(db, { stock: { [first]: 6, [second]: 6 } })),
  );
  const before = await deadlocks();
  const runs = Array.from({ length: 150 }, async () => {
    const lines = made.flatMap(({ variantId }): Line[] =>
      random(2) ? [[variantId, 1 + random(4)]] : [],
    );
    const fate = random(5);
    const input = ask(lines, { ttlSeconds: fate === 0 ? 0 : 600 });
    if (lines.length === 0) return;
    await hold(input);
    if (fate === 1) await release(input.ownerId);
    else if (fate === 2) await confirm(input.ownerId);
    else if (fate === 3) {
      const { allocations } = await confirm(input.ownerId);
      await inTransaction(ctx, (tx) =>
        restock(tx, { reason: "cancelled", reference: newId("ord") }, allocations),
      );
    } else if (fate === 0) await expireHolds(ctx, { limit: 5 });
  });
  const results = await Promise.allSettled(runs);
  expect(reasonsOf(results).filter((r) => r !== "inventory.out_of_stock")).toEqual([]);
  await expireHolds(ctx, { limit: 1000 });
  expect(await brokenLevels()).toEqual([]);
  expect(await untoldVariants()).toEqual([]);
  expect(await deadlocks()).toBe(before);
});
