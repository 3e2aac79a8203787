/** Each keyed write is sent to a process that is killed before it has ended, and then again to another. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createClient } from "@meridian/db/client.ts";
import { appRouter } from "@meridian/api/server.ts";
import { expect, test, afterAll } from "vitest";
import { bearer, send, testHost } from "./host.ts";
import { complete, readyCheckout } from "./shop.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const app = await testHost({ router: appRouter, db });
const location = await makeLocation(db);
/** Each write has its own: what is not committed keeps its locks. */
const teapot = async () => (await makeVariant(db, { stock: { [location]: 100 } })).variantId;

type Write = { path: string; body: object };

const made = async (path: string, body: object) =>
  ((await send(app, "POST", `/api/v1${path}`, { body })).body as { id: string }).id;
const filledCart = async () => {
  const cartId = await made("/carts", {});
  await made(`/carts/${cartId}/operations`, operations(await teapot()));
  return cartId;
};
const operations = (variantId: string) => ({
  device: crypto.randomUUID(),
  operations: [{ type: "add", seq: 0, variantId, quantity: 2 }],
});
const placed = async () => {
  const variantId = await teapot();
  const { id } = await readyCheckout(app, variantId);
  const order = await complete(app, id, crypto.randomUUID());
  return { orderId: (order.body as { id: string }).id, variantId };
};

/** What is sent, made anew each time. */
const writes: Record<string, () => Promise<Write>> = {
  "a cart is made": async () => ({ path: "/carts", body: {} }),
  "a cart is filled": async () => ({
    path: `/carts/${await made("/carts", {})}/operations`,
    body: operations(await teapot()),
  }),
  "carts are merged": async () => ({
    path: `/carts/${await made("/carts", {})}/merges`,
    body: { fromCartId: await filledCart() },
  }),
  "a checkout is started": async () => ({
    path: "/checkouts",
    body: { cartId: await filledCart() },
  }),
  "a checkout is paid": async () => ({
    path: `/checkouts/${(await readyCheckout(app, await teapot())).id}/complete`,
    body: { payment: { provider: "test", token: "tok_success" } },
  }),
  "an order is cancelled": async () => ({
    path: `/orders/${(await placed()).orderId}/cancel`,
    body: {},
  }),
  "an order is sent": async () => {
    const { orderId, variantId } = await placed();
    return {
      path: `/orders/${orderId}/fulfilments`,
      body: { lines: [{ variantId, quantity: 1 }] },
    };
  },
  "stock is adjusted": async () => ({
    path: "/inventory/adjustments",
    body: { variantId: await teapot(), locationId: location, delta: 5, reason: "received" },
  }),
};

test.each([
  { step: "1", name: "its first commit", count: 8 },
  { step: "2", name: "its second commit", count: 3 },
  { step: "answer", name: "its answer", count: 8 },
])(
  "every write whose process is killed before $name has one effect and one answer",
  async ({ step, count }) => {
    const mortal = await startMortal(step);
    const lost: { name: string; path: string; request: ReturnType<typeof keyed> }[] = [];
    const disturbed = await effectOf(async () => {
      for (const [name, make] of Object.entries(writes)) {
        const { path, body } = await make();
        const request = keyed(body, crypto.randomUUID());
        // What has fewer steps is answered.
        if (await mortal.stopsAt(path, request)) lost.push({ name, path, request });
      }
      await mortal.kill();
      await letLocksRunOut();
      for (const { name, path, request } of lost) {
        const answer = await send(app, "POST", `/api/v1${path}`, request);
        const again = await send(app, "POST", `/api/v1${path}`, request);
        expect({ name, isSuccess: answer.status < 300, text: answer.text }).toEqual({
          name,
          isSuccess: true,
          text: again.text,
        });
        expect(again.headers["idempotency-replayed"]).toBe("true");
      }
    });
    expect(lost).toHaveLength(count);
    const undisturbed = await effectOf(async () => {
      for (const make of Object.values(writes)) {
        const { path, body } = await make();
        const answer = await send(app, "POST", `/api/v1${path}`, keyed(body, crypto.randomUUID()));
        expect(answer.status).toBeLessThan(300);
      }
    });
    expect(disturbed).toEqual(undisturbed);
    expect(await findBrokenInvariants(db)).toEqual([]);
  },
);

test("a repetition that comes while the first is under way is told to come back", async () => {
  const mortal = await startMortal("1");
  const request = keyed({}, crypto.randomUUID());
  expect(await mortal.stopsAt("/carts", request)).toBe(true);
  const impatient = createClient(database.url, { max: 1, statementTimeoutMs: 500 });
  afterAll(() => impatient.$client.end());
  const other = await testHost({ router: appRouter, db: impatient });
  const early = await send(other, "POST", "/api/v1/carts", request);
  expect(early.body).toMatchObject({ status: 409, reason: "idempotency.in_progress" });
  expect(early.headers["retry-after"]).toBe("1");
  await mortal.kill();
  expect((await send(app, "POST", "/api/v1/carts", request)).status).toBe(201);
});

function keyed(body: object, key: string) {
  return { body, headers: { ...bearer, "idempotency-key": key } };
}

async function startMortal(step: string) {
  const program = fileURLToPath(new URL("mortal-process.ts", import.meta.url));
  const child = spawn(process.execPath, [program, database.url, step], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  afterAll(() => child.kill("SIGKILL"));
  const nextLine = async () => String(((await once(child.stdout, "data")) as [Buffer])[0]).trim();
  const port = await nextLine();
  return {
    /** False: it was answered. */
    async stopsAt(path: string, { body, headers }: ReturnType<typeof keyed>): Promise<boolean> {
      const stopped = nextLine();
      const answer = fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return await Promise.race([
        stopped.then(() => true),
        answer.then(
          () => false,
          () => true,
        ),
      ]);
    },
    async kill(): Promise<void> {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** What a flow has locked stays so for as long as the provider may take. */
async function letLocksRunOut(): Promise<void> {
  await db.$client`update idempotency_key set locked_until = clock_timestamp() where state = 'running'`;
}

/** How many rows the act adds to each table. What a lane held for the dead process ends by itself; its events told the truth. */
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
  return Object.fromEntries([
    ...counts,
    ...events.map(({ type, count }) => [type, count]),
  ]) as Record<string, number>;
}
