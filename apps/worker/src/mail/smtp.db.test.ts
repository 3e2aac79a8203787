import { createClient } from "@meridian/db/client.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { startMailServer } from "../../test/mail-server.ts";
import { startWorkerProcess } from "../../test/worker-process.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const scratch = await createScratch();
const server = await startMailServer({ recipients: { "later@example.com": 451 } });
const worker = await startWorkerProcess(scratch, "worker", database.url, {
  SMTP_URL: `smtp://shop:secret@127.0.0.1:${server.port}`,
  MAIL_FROM: "Shop <shop@example.com>",
  NODE_ENV: "production",
});
afterAll(async () => {
  await worker.stop();
  await Promise.all([server.close(), db.$client.end()]);
  scratch.remove();
});

const patiently = { timeout: 60_000, interval: 100 };
const waiting = (to: string) => db.$client`select tries from mail where recipient = ${to}`;
const queue = (to: string) => db.$client`
  insert into mail (recipient, template, link) values (${to}, 'verify-email', 'https://shop.example/verify?token=t')`;

test("the worker hands over what waits, again when the server was busy, and keeps nothing of it", async () => {
  await queue("later@example.com");
  await queue("ada@example.com");
  await expect.poll(async () => (await waiting("ada@example.com")).length, patiently).toBe(0);
  await expect
    .poll(async () => (await waiting("later@example.com"))[0]?.["tries"], patiently)
    .toBe(1);
  expect(server.taken.map(({ to }) => to)).toEqual([["ada@example.com"]]);
  delete server.recipients["later@example.com"];
  await db.$client`update mail set due_at = now()`;
  await expect.poll(async () => (await waiting("later@example.com")).length, patiently).toBe(0);
  const last = server.taken.at(-1);
  expect(last?.to).toEqual(["later@example.com"]);
  expect(last?.text).toContain("https://shop.example/verify?token");
  expect(last?.text).toContain('<html lang=3D"en">');
});
