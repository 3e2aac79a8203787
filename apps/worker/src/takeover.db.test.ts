import { readHead } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { afterAll, expect, test, vi } from "vitest";
import { startWorkerProcess } from "../test/worker-process.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const scratch = await createScratch();
const ends: (() => Promise<unknown> | void)[] = [() => scratch.remove(), () => db.$client.end()];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

async function startWorker(name: string) {
  const { pid, port, stop } = await startWorkerProcess(scratch, name, database.url);
  ends.push(stop);
  return { pid, leads: () => shardsLedAt(port) };
}

async function shardsLedAt(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return text.match(/^meridian_relay_is_leader\{shard="\d+"\} 1$/gm)?.length ?? 0;
}

let written = 0;
async function write(): Promise<void> {
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    select 'evt_' || n, 'cart.changed', 'cart', 'cart_' || n, 1, '{}', now()
    from generate_series(${written + 1}::int, ${written + 20}::int) as n`;
  written += 20;
}
const isRelayed = () =>
  vi.waitFor(async () => expect((await readHead(db)).position).toBe(written), 60_000);

test("of two worker processes one is killed, then one hangs: the other relays all of it", async () => {
  const first = await startWorker("first");
  const second = await startWorker("second");
  await vi.waitFor(async () => expect(await second.leads()).toBe(4), 60_000);
  await vi.waitFor(async () => expect(await first.leads()).toBe(4), 60_000);

  process.kill(first.pid, "SIGKILL");
  await write();
  await isRelayed();
  expect(await second.leads()).toBe(8);

  const third = await startWorker("third");
  await vi.waitFor(async () => expect(await third.leads()).toBe(4), 60_000);
  process.kill(second.pid, "SIGSTOP");
  await write();
  await isRelayed();
  expect(await third.leads()).toBe(8);

  process.kill(second.pid, "SIGCONT");
  await vi.waitFor(async () => expect(await second.leads()).toBe(4), 60_000);
  await write();
  await isRelayed();
}, 120_000);
