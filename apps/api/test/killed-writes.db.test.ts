/** Each keyed write is sent to a process that is killed before it has ended, and then again to another. */
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createClient } from "@meridian/db/client.ts";
import { appRouter } from "@meridian/api/server.ts";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { operationsOf } from "../src/plugins/rest/operations.ts";
import { bearer, send, testHost } from "./host.ts";
import { fromSomewhereElse, trustsProxy } from "./killed-writes/caller.ts";
import { startMortal, type Request } from "./killed-writes/mortal.ts";
import { writesOf, type Write } from "./killed-writes/writes.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const app = await testHost({ router: appRouter, db, env: trustsProxy });
const writes = await writesOf(app, db);
const operations = operationsOf(appRouter).filter(({ rest }) => rest.method === "POST");
const posts = operations.map(({ rest }) => rest);

test("no POST is forgotten here", () => {
  expect(Object.keys(writes).toSorted()).toEqual(posts.map(({ path }) => path).toSorted());
});

test("every write whose process is killed before any of its steps has one effect and one answer", async () => {
  const all = Object.keys(writes);
  let alive = await killAt("1", all);
  expect(alive).toEqual(all);
  const flows = posts.filter(({ effect }) => effect === "flow").map(({ path }) => path);
  for (let step = 2; alive.length > 0; step++) {
    alive = await killAt(String(step), alive);
    // Of several transactions: the key's claim, what is owed, what came of it, the answer.
    expect(step > 4 ? [] : flows.filter((path) => !alive.includes(path))).toEqual([]);
  }
}, 600_000);

test("every write whose process is killed before its answer has one effect and one answer", async () => {
  const all = Object.keys(writes);
  expect(await killAt("answer", all)).toEqual(all);
});

/** @returns those that come so far; what has fewer steps is answered */
async function killAt(step: string, names: readonly string[]): Promise<string[]> {
  const mortal = await startMortal(database.url, step);
  const lost: { name: string; request: Request }[] = [];
  const disturbed = await effectOf(async () => {
    for (const name of names) {
      const request = await requestOf(name);
      if (await mortal.stopsAt(request)) lost.push({ name, request });
    }
    await mortal.kill();
    await letLocksRunOut();
    for (const { name, request } of lost) {
      const answer = await post(request);
      const again = await post(request);
      expect({ name, isSuccess: answer.status < 300, text: answer.text }).toEqual({
        name,
        isSuccess: true,
        text: again.text,
      });
      expect(again.headers["idempotency-replayed"]).toBe("true");
    }
  });
  const undisturbed = await effectOf(async () => {
    for (const name of names) expect((await post(await requestOf(name))).status).toBeLessThan(300);
  });
  expect({ step, ...disturbed }).toEqual({ step, ...undisturbed });
  expect(await findBrokenInvariants(db)).toEqual([]);
  return lost.map(({ name }) => name);
}

async function requestOf(name: string): Promise<Request> {
  const write = await writes[name]?.();
  if (write === undefined) throw new Error(`there is no ${name}`);
  return keyed(write);
}

const post = ({ path, ...request }: Request) => send(app, "POST", `/api/v1${path}`, request);

test("a repetition that comes while the first is under way is told to come back", async () => {
  const mortal = await startMortal(database.url, "1");
  const request = keyed({ path: "/carts", body: {} });
  expect(await mortal.stopsAt(request)).toBe(true);
  const impatient = createClient(database.url, { max: 1, statementTimeoutMs: 500 });
  onTestFinished(() => impatient.$client.end());
  const other = await testHost({ router: appRouter, db: impatient });
  const early = await send(other, "POST", "/api/v1/carts", request);
  expect(early.body).toMatchObject({ status: 409, reason: "idempotency.in_progress" });
  expect(early.headers["retry-after"]).toBe("1");
  await mortal.kill();
  expect((await post(request)).status).toBe(201);
});

function keyed({ path, body, headers = bearer }: Write): Request {
  const key = { "idempotency-key": crypto.randomUUID() };
  return { path, body, headers: { ...headers, ...fromSomewhereElse(), ...key } };
}

/** What a flow has locked stays so for as long as the provider may take. */
async function letLocksRunOut(): Promise<void> {
  await db.$client`update idempotency_key set locked_until = clock_timestamp() where state = 'running'`;
}

/** How many rows the act adds to each table. What a lane held for the dead process ends by itself; its events told the truth. An attempt
 * that nobody knows the end of is cancelled at the provider, which keeps that in its books, and is no effect. */
async function effectOf(act: () => Promise<void>): Promise<Record<string, number>> {
  const before = await countRows();
  await act();
  const after = await countRows();
  return Object.fromEntries(
    Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  );
}

async function countRows(): Promise<Record<string, number>> {
  const tables = await db.$client<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('hold', 'outbox') order by 1`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await db.$client<{ count: number }[]>`
        select count(*)::int as count from ${db.$client(name)}`;
      return [name, row?.count ?? 0] as const;
    }),
  );
  const events = await db.$client<{ type: string; count: number }[]>`
    select type, count(*)::int as count from outbox where type <> 'stock.changed' group by 1`;
  const [lasting] = await db.$client<Record<string, number>[]>`
    select (select count(*) from test_charge where state = 'succeeded')::int as test_charge,
      (select count(*) from payment_attempt where state in ('succeeded', 'refunded'))::int as payment_attempt`;
  return Object.fromEntries([
    ...counts,
    ...Object.entries(lasting ?? {}),
    ...events.map(({ type, count }) => [type, count]),
  ]) as Record<string, number>;
}
