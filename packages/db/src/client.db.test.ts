import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test, vi } from "vitest";
import { createClient } from "./client.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 2, applicationName: "victim" });
const admin = createClient(database.url, { max: 1 });
// As every process of ours ends: the driver may wait for ever for a connection that was cut while it opened.
afterAll(() => Promise.all([db, admin].map(({ $client }) => $client.end({ timeout: 1 }))));

const cutAll = () =>
  admin.$client`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'victim' and datname = current_database()`;

test("a connection that is cut in a transaction fails it, and the pool goes on", async () => {
  const transaction = db.transaction(async (tx) => {
    await tx.execute("select 1");
    await cutAll();
    await tx.execute("select 2").catch(() => {});
    // As code does that cleans up after a failure: on a connection that is closed by now.
    await tx.execute("select 3").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tx.execute("select 4");
  });
  await expect(transaction).rejects.toThrow();
  expect(await db.execute("select 5 as five")).toMatchObject([{ five: 5 }]);
});

test("a pool whose connections are cut while it writes answers again", async () => {
  for (let round = 0; round < 5; round++) {
    const queries = Array.from({ length: 20 }, () => db.$client`select 1`.catch(() => undefined));
    await cutAll();
    await Promise.all(queries);
    await vi.waitFor(async () => expect(await db.$client`select 6 as six`).toEqual([{ six: 6 }]));
  }
});
