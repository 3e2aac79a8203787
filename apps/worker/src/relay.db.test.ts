import { createRedis, readHead } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { pino } from "pino";
import { afterAll, expect, test, vi } from "vitest";
import { createMetrics } from "./metrics.ts";
import { startRelay } from "./relay.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 8 });
const redis = createRedis(await testRedis());
const log = pino({ level: "silent" });
afterAll(() => db.$client.end());

const start = () => {
  const metrics = createMetrics(db);
  const relay = startRelay({ db, databaseUrl: database.url, redis, log, metrics });
  const leads = async () => (await metrics.isLeader.get()).values[0]?.value === 1;
  return { ...relay, leads };
};

let nextVersion = 0;
async function write(): Promise<void> {
  nextVersion += 1;
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    values (${`evt_${nextVersion}`}, 'cart.changed', 'cart', 'cart_a', ${nextVersion}, '{}', now())`;
}

test("one leads and relays; when it stops the other takes over and nothing is left behind", async () => {
  const first = start();
  await vi.waitFor(async () => expect(await first.leads()).toBe(true), 5_000);
  const second = start();
  await write();
  await vi.waitFor(async () => expect((await readHead(db)).position).toBe(1), 5_000);
  expect(await second.leads()).toBe(false);

  await first.stop();
  await write();
  await vi.waitFor(async () => expect((await readHead(db)).position).toBe(2), 5_000);
  expect(await second.leads()).toBe(true);
  await second.stop();
});

test("a leader whose connection is cut leads again, and relays what came meanwhile", async () => {
  const relay = start();
  await vi.waitFor(async () => expect(await relay.leads()).toBe(true), 5_000);
  await db.$client`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'meridian-relay' and datname = current_database()`;
  await write();
  await vi.waitFor(async () => expect((await readHead(db)).position).toBe(nextVersion), 10_000);
  await relay.stop();
});
