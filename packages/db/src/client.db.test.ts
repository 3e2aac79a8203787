import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
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
    // Until it answers: how long that takes is the machine's pace.
    const answers = async () => expect(await db.$client`select 6 as six`).toEqual([{ six: 6 }]);
    await vi.waitFor(answers, { timeout: 20_000 });
  }
});

const reset = (socket: Socket) => socket.resetAndDestroy();

/** A way to the server that is cut, as `cut` does it, once somebody has said `word` on it. */
async function wireThatBreaksAt(word: string, cut = reset): Promise<string> {
  const { hostname, port } = new URL(database.url);
  const sockets: Socket[] = [];
  let isBroken = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on("error", () => {});
    near.on("data", (bytes) => {
      if (isBroken || !bytes.includes(word)) return far.write(bytes);
      isBroken = true;
      cut(near);
    });
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const url = new URL(database.url);
  url.port = String((server.address() as AddressInfo).port);
  return url.href;
}

// Each new connection first asks for the array types.
const firstQuestion = "typarray";

test("a connection that is cut while it opens fails who waits for it, not the process", async () => {
  const { $client } = createClient(await wireThatBreaksAt(firstQuestion), { max: 1 });
  await expect($client`select 1`).rejects.toThrow("ECONNRESET");
  expect(await $client`select 7 as seven`).toEqual([{ seven: 7 }]);
  await $client.end({ timeout: 1 });
});

test("who reserves a connection that is cut while it opens gets the next one", async () => {
  const { $client } = createClient(await wireThatBreaksAt(firstQuestion), { max: 1 });
  const connection = await $client.reserve();
  expect(await connection`select 8 as eight`).toEqual([{ eight: 8 }]);
  connection.release();
  await $client.end({ timeout: 1 });
});

test("who asks at once after a reset is answered", async () => {
  const { $client } = createClient(await wireThatBreaksAt("break here"), { max: 1 });
  expect(await $client`select 8 as eight`).toEqual([{ eight: 8 }]);
  const cut = $client`select 'break here'`;
  const again = cut.catch(() => $client`select 9 as nine`);
  const timeout = new Promise((resolve) => setTimeout(resolve, 5_000, "no answer"));
  expect(await Promise.race([again.catch(() => "refused"), timeout])).not.toBe("no answer");
  expect(await $client`select 10 as ten`).toEqual([{ ten: 10 }]);
  await $client.end({ timeout: 1 });
});

test("what a connection was told before it was cut is nothing to the next one", async () => {
  const { $client } = createClient(database.url, { max: 1, applicationName: "victim" });
  expect(await $client`select 11 as eleven`).toEqual([{ eleven: 11 }]);
  // Ends in the middle of its rows, some of which have arrived by then.
  const cut = $client`
    select case when n = 5000 then pg_terminate_backend(pg_backend_pid())::text else repeat('x', 99) end
    from generate_series(1, 6000) n`;
  await expect(cut).rejects.toThrow();
  expect(await $client`select 12 as twelve`).toEqual([{ twelve: 12 }]);
  await $client.end({ timeout: 1 });
});

test("sessions get the settings that they were meant to have, also those of zero", async () => {
  const [session] = await db.$client<Record<string, string>[]>`
    select current_setting('max_parallel_workers_per_gather') as workers,
           current_setting('statement_timeout') as timeout, current_setting('TimeZone') as zone`;
  expect(session).toEqual({ workers: "0", timeout: "15s", zone: "UTC" });
});
