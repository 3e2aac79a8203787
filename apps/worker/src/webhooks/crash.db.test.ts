import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { afterAll, expect, test } from "vitest";
import { startWorkerProcess } from "../../test/worker-process.ts";
import { startReceiver } from "../../test/receiver.ts";
import { eventually, expectInOrder, webhookShop } from "../../test/webhooks.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const scratch = await createScratch();
const shop = webhookShop(db);
const ends: (() => unknown)[] = [() => scratch.remove(), () => db.$client.end()];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

async function startWorker(name: string) {
  const worker = await startWorkerProcess(scratch, name, database.url, { WEBHOOKS_TO_LOCAL: "1" });
  ends.push(worker.stop);
  return worker;
}

test("a worker is killed while it delivers, again and again: everything arrives, each cart's in order", async () => {
  const { received, url, close } = await startReceiver((_, response) =>
    setTimeout(() => response.end(), 10),
  );
  ends.push(close);
  const { id } = await shop.add(url);
  const carts = shop.carts(20);
  for (let life = 1; life <= 2; life++) {
    const worker = await startWorker(`worker-${life}`);
    for (let version = 10 * life; version < 10 * life + 10; version++)
      await shop.write(carts, version);
    await eventually(() => expect(received.length).toBeGreaterThan(100 * life));
    process.kill(worker.pid, "SIGKILL");
  }
  await startWorker("worker-3");
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(400));
  const first = [...new Map(received.map(({ event }) => [event.id, event])).values()];
  expect(first).toHaveLength(400);
  expectInOrder(first);
  // At least once: what was on its way when it was killed came again, and nothing else did.
  expect(received.length).toBeLessThanOrEqual(400 + 2 * 32);
  // And the log says what it knows.
  expect(await shop.count(id, "pending")).toBe(0);
}, 180_000);
