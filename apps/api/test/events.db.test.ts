import type { AddressInfo } from "node:net";
import type { AppRouter } from "@meridian/api/server.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { createRedis } from "@meridian/api/kernel/redis.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { afterAll, expect, test, vi } from "vitest";
import { followingHost } from "./following-host.ts";
import { bearer, send, token } from "./host.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 6 });
const redisAt = await testRedis();
const ctx = testContext(db);
const relay = await startTestRelay(db, database.url, createRedis(redisAt), ctx.log);
const host = await followingHost(database.url, redisAt);
const { app } = host;
await app.listen({ host: "127.0.0.1", port: 0 });
const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
afterAll(async () => {
  await host.close();
  await relay.close();
  await db.$client.end();
});

type Event = { id: string; type: string; subject: string; position: number; version: number };
type Page = { items: Event[]; cursor: string; hasMore: boolean };

const locationId = await makeLocation(db);
const { variantId } = await makeVariant(db, { stock: { [locationId]: 5 } });
async function addStock(delta = 1) {
  const answer = await send(app, "POST", "/api/v1/inventory/adjustments", {
    body: { variantId, locationId, delta, reason: "received" },
    headers: { ...bearer, "idempotency-key": crypto.randomUUID() },
  });
  expect(answer.status).toBe(201);
  await relay.run();
}
async function page(query: string): Promise<Page> {
  const answer = await host.get(`/api/v1/events?${query}`, bearer);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** A client that wants the stream, with its token. */
const eventSource = (query: string, headers: Record<string, string> = {}) =>
  new EventSource(`${origin}/api/v1/events?${query}`, {
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...init.headers, ...bearer, ...headers } }),
  });

test("a change is on the feed with its place, its aggregate's version and its state", async () => {
  const { cursor } = await page("after=latest");
  await addStock(2);
  const { items, cursor: next, hasMore } = await page(`after=${cursor}`);
  expect(items).toMatchObject([
    { specversion: "1.0", type: "meridian.stock.changed", subject: variantId, data: { variantId } },
  ]);
  expect(hasMore).toBe(false);
  expect((await page(`after=${next}`)).items).toEqual([]);
});

test("a long poll is answered as soon as something happens", async () => {
  const { cursor } = await page("after=latest");
  const waiting = page(`after=${cursor}&wait=30`);
  await addStock();
  expect((await waiting).items).toHaveLength(1);
});

test("a long poll for one type sleeps through the others", async () => {
  const { cursor } = await page("after=latest");
  const waiting = page(`after=${cursor}&wait=1&types=meridian.order.placed,meridian.order.paid`);
  await addStock();
  const { items, cursor: passed } = await waiting;
  expect(items).toEqual([]);
  expect(passed).not.toBe(cursor);
});

test("the stream carries the same events under the same cursors, and goes on after a cut", async () => {
  const { cursor } = await page("after=latest");
  const seen: { id: string; event: Event }[] = [];
  const listen = (source: EventSource) =>
    source.addEventListener("meridian.stock.changed", ({ data, lastEventId }) =>
      seen.push({ id: lastEventId, event: JSON.parse(data as string) as Event }),
    );
  const first = eventSource(`after=${cursor}`);
  listen(first);
  await addStock();
  await addStock();
  await vi.waitFor(() => expect(seen).toHaveLength(2), 60_000);
  first.close();
  await addStock();
  await addStock();
  // As a browser does it: the address is the old one, the header says how far it came.
  const second = eventSource(`after=${cursor}`, { "last-event-id": seen[1]?.id ?? "" });
  listen(second);
  await addStock();
  await vi.waitFor(() => expect(seen).toHaveLength(5), 60_000);
  second.close();
  const { items, cursor: end } = await page(`after=${cursor}`);
  expect(seen.map(({ event }) => event)).toEqual(items);
  expect(seen.at(-1)?.id).toBe(end);
});

test("tRPC has the same feed", async () => {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpSubscriptionLink({
        url: `${origin}/trpc`,
        EventSource,
        eventSourceOptions: () => ({
          fetch: (url, init) =>
            fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
        }),
      }),
    ],
  });
  const { cursor } = await page("after=latest");
  const ids: string[] = [];
  const subscription = client.events.follow.subscribe(
    { after: cursor },
    { onData: ({ data }) => ids.push(data.id) },
  );
  await addStock();
  await vi.waitFor(() => expect(ids).toHaveLength(1), 60_000);
  subscription.unsubscribe();
  expect(ids).toEqual((await page(`after=${cursor}`)).items.map(({ id }) => id));
});

test("it is for clients with the scope; what is refused is a problem, of the stream as well", async () => {
  for (const accept of ["application/json", "text/event-stream"]) {
    const anybody = await host.get("/api/v1/events", { accept });
    expect(anybody.status).toBe(401);
    expect(anybody.body).toMatchObject({ reason: "auth.token_required" });
    const epoch = (await page("after=latest")).cursor.split(":")[0];
    const ahead = await host.get(`/api/v1/events?after=${epoch}:999999`, { ...bearer, accept });
    expect(ahead.status).toBe(410);
    expect(ahead.headers["content-type"]).toContain("application/problem+json");
    expect(ahead.body).toMatchObject({
      reason: "events.cursor_gone",
      details: { oldest: expect.stringContaining(`${epoch}:`) as string },
    });
    const wrong = await host.get("/api/v1/events?types=meridian.cart.lost", { ...bearer, accept });
    expect(wrong.status).toBe(422);
  }
  expect((await host.get("/api/v1/events", { ...bearer, accept: "text/html" })).status).toBe(406);
  const live = await host.get("/api/v1/carts/cart_x", { accept: "text/event-stream" });
  expect(live.status).toBe(406);
});

test("HEAD of the stream opens none", async () => {
  const headers = { ...bearer, accept: "text/event-stream" };
  const head = await send(app, "HEAD", "/api/v1/events", { headers });
  expect(head.status).toBe(200);
  expect(head.headers["content-type"]).toContain("text/event-stream");
});

test("a stop ends streams, and answers who waits", async () => {
  const own = await followingHost(database.url, redisAt);
  await own.app.listen({ host: "127.0.0.1", port: 0 });
  const at = `http://127.0.0.1:${(own.app.server.address() as AddressInfo).port}/api/v1/events`;
  const stream = await fetch(`${at}?after=latest`, {
    headers: { ...bearer, accept: "text/event-stream" },
  });
  const waiting = fetch(`${at}?after=latest&wait=30`, { headers: bearer });
  const answers = await host.get("/api/v1/events?after=latest", bearer);
  expect(answers.status).toBe(200);
  await own.close();
  expect(await stream.text()).toContain("retry: ");
  expect(await (await waiting).json()).toMatchObject({ items: [] });
});
