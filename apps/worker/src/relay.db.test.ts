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
  /** How many shards it leads. */
  const leads = async () =>
    (await metrics.isLeader.get()).values.reduce((sum, { value }) => sum + value, 0);
  return { ...relay, leads, metrics };
};

let nextVersion = 0;
/** One event in each of many shards. */
async function write(): Promise<void> {
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    select 'evt_' || n, 'cart.changed', 'cart', 'cart_' || n, 1, '{}', now()
    from generate_series(${nextVersion + 1}::int, ${nextVersion + 20}::int) as n`;
  nextVersion += 20;
}
const isRelayed = () =>
  vi.waitFor(async () => expect((await readHead(db)).position).toBe(nextVersion), 60_000);

test("two share the shards and relay together; when one stops the other takes all", async () => {
  const first = start();
  await vi.waitFor(async () => expect(await first.leads()).toBe(8), 60_000);
  const second = start();
  await vi.waitFor(async () => expect(await second.leads()).toBe(4), 60_000);
  await vi.waitFor(async () => expect(await first.leads()).toBe(4), 60_000);
  await write();
  await isRelayed();

  await first.stop();
  expect(await first.leads()).toBe(0);
  await write();
  await isRelayed();
  await vi.waitFor(async () => expect(await second.leads()).toBe(8), 60_000);
  await second.stop();
  const text = await second.metrics.registry.metrics();
  expect(text.match(/^meridian_relay_takeovers_total\{shard="\d"\} [1-9]/gm)).toHaveLength(8);
});

test("a leader whose connection is cut leads again, and relays what came meanwhile", async () => {
  const relay = start();
  await vi.waitFor(async () => expect(await relay.leads()).toBe(8), 60_000);
  await db.$client`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'meridian-relay' and datname = current_database()`;
  await write();
  await isRelayed();
  await relay.stop();
});

test("what waits is told by shard", async () => {
  await write();
  const { registry } = createMetrics(db);
  const backlog = await registry.getSingleMetric("meridian_outbox_backlog")?.get();
  expect(backlog?.values.reduce((sum, { value }) => sum + value, 0)).toBe(20);
  expect(await registry.metrics()).toMatch(/meridian_outbox_lag_seconds\{shard="\d"\} 0\.\d/);
});
