/** Holding together: what callers of one lane, of several lanes, and of several processes do to each other. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { stockOf } from "../../../testing/ledger.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { newId } from "../../kernel/ids.ts";
import type { HoldStock } from "./hold-batch.ts";
import { holdStock } from "./holds.ts";

const database = await testDatabase();
const pools = [1, 2, 3].map(() => createClient(database.url, { max: 2 }));
const [db] = pools as [(typeof pools)[0]];
afterAll(() => Promise.all(pools.map((pool) => pool.$client.end())));

/** As three processes would be: lanes of their own. */
const contexts = pools.map((pool) => testContext(pool));
const ctx = contexts[0]!;
const location = await makeLocation(db);
const stocked = async (units: number) =>
  (await makeVariant(db, { stock: { [location]: units } })).variantId;

function ask(lines: readonly (readonly [string, number])[], over: Partial<HoldStock> = {}) {
  const requests = lines.map(([variantId, quantity]) => ({
    id: newId("hold"),
    variantId,
    quantity,
  }));
  return { ownerId: newId("chk"), ttlSeconds: 600, requests, ...over };
}
const held = (results: PromiseSettledResult<unknown>[]) =>
  results.filter((result) => result.status === "fulfilled").length;
const reasons = (results: PromiseSettledResult<unknown>[]) => [
  ...new Set(results.flatMap((r) => (r.status === "rejected" ? [r.reason.reason] : []))),
];

test("rival lanes sell each unit once", async () => {
  const variantId = await stocked(100);
  const results = await Promise.allSettled(
    Array.from({ length: 300 }, (_, n) => holdStock(contexts[n % 3]!, ask([[variantId, 1]]))),
  );
  expect(held(results)).toBe(100);
  expect(reasons(results)).toEqual(["inventory.out_of_stock"]);
  expect(await stockOf(db, variantId)).toMatchObject({ onHand: 100, held: 100 });
});

test("many lines in opposite orders, from rival lanes, never deadlock and are all or nothing", async () => {
  const deadlocks = async () => {
    const [row] = await db.$client<{ deadlocks: number }[]>`
      select deadlocks::int from pg_stat_database where datname = current_database()`;
    return row?.deadlocks;
  };
  const before = await deadlocks();
  const variantIds = await Promise.all([1, 2, 3, 4].map(() => stocked(60)));
  const results = await Promise.allSettled(
    Array.from({ length: 90 }, (_, n) => {
      const lines = variantIds.map((id) => [id, 1] as const);
      return holdStock(contexts[n % 3]!, ask(n % 2 ? lines : lines.toReversed()));
    }),
  );
  expect(held(results)).toBe(60);
  expect(await deadlocks()).toBe(before);
  for (const id of variantIds) expect(await stockOf(db, id)).toMatchObject({ held: 60 });
});

test("a repeated id gets the first answer, in the same batch, in another process, and later", async () => {
  const variantId = await stocked(5);
  const input = ask([[variantId, 2]]);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => holdStock(contexts[n % 3]!, input)),
  );
  answers.push(await holdStock(ctx, { ...input, ttlSeconds: 9 }));
  expect(new Set(answers.map((answer) => answer.expiresAt)).size).toBe(1);
  expect(await stockOf(db, variantId)).toMatchObject({ held: 2 });
});

test("one that can't be written does not take the others of its batch with it", async () => {
  const variantId = await stocked(100);
  const poison = 25;
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) =>
      // An end that is no time is found out only when the batch is written.
      holdStock(ctx, ask([[variantId, 1]], n === poison ? { ttlSeconds: 1e14 } : {})),
    ),
  );
  expect(results.flatMap((r, n) => (r.status === "rejected" ? [n] : []))).toEqual([poison]);
  expect(await stockOf(db, variantId)).toMatchObject({ held: 49 });
});

test("connections that are cut under the batches lose nothing and hold nothing twice", async () => {
  const variantId = await stocked(1_000_000);
  let left = 12;
  const cutting = (async () => {
    while (left > 0) {
      const cut = await db.$client`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and query like '%update level%' and state <> 'idle'`;
      if (cut.length > 0) left--;
    }
  })();
  let acknowledged = 0;
  const hold = async (n: number) => {
    const input = ask([[variantId, 1]]);
    // A caller that is told "try later" asks the same again.
    for (;;) {
      try {
        await holdStock(contexts[1 + (n % 2)]!, input);
        acknowledged++;
        return;
      } catch {}
    }
  };
  let asked = 0;
  while (left > 0) {
    await Promise.all(Array.from({ length: 40 }, (_, n) => hold(n)));
    asked += 40;
  }
  await cutting;
  expect(acknowledged).toBe(asked);
  expect(await stockOf(db, variantId)).toMatchObject({ held: asked });
}, 120_000);

test("a process that is killed loses no hold that it acknowledged; the other sells on", async () => {
  const variantId = await stocked(1_000_000);
  const [doomed, other] = [startHolder(variantId), startHolder(variantId)];
  await Promise.all([doomed.acknowledges(100), other.acknowledges(1)]);
  doomed.process.kill("SIGKILL");
  await doomed.ended;
  await other.acknowledges(other.acknowledged().length + 100);
  other.process.stdin.end();
  expect(await other.ended).toEqual([0, null]);
  const known = await db.$client<
    { id: string }[]
  >`select id from hold where variant_id = ${variantId}`;
  const ids = new Set(known.map((row) => row.id));
  const all = [...doomed.acknowledged(), ...other.acknowledged()];
  expect(all.filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  expect(await stockOf(db, variantId)).toMatchObject({ onHand: 1_000_000, held: ids.size });
}, 120_000);

function startHolder(variantId: string) {
  const program = fileURLToPath(new URL("../../../testing/holder-process.ts", import.meta.url));
  const child = spawn(process.execPath, [program, database.url, variantId, "60"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  // The last line may be cut off.
  const acknowledged = () => output.split("\n").slice(0, -1);
  return {
    process: child,
    acknowledged,
    async acknowledges(count: number) {
      while (acknowledged().length < count) await once(child.stdout, "data");
    },
    ended: once(child, "close"),
  };
}
