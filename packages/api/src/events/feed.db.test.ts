import { createClient, type Database } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { testContext } from "../../testing/context.ts";
import { startTestRelay } from "../../testing/relay.ts";
import { newId } from "../kernel/ids.ts";
import { createRedis } from "../kernel/redis.ts";
import { EventFeed } from "./feed.ts";
import { LogFollower } from "./follower.ts";
import { readHead } from "./log.ts";
import { followEvents, listEvents } from "./service.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 16 });
// Without Redis: the follower polls. What the feed promises does not depend on how fast it is told.
const redis = createRedis({ url: "http://127.0.0.1:9", token: "nobody" });
const base = testContext(db);
const relay = await startTestRelay(db, database.url, redis, base.log);
let follower: LogFollower;
let feed: EventFeed;
/** What the feed itself asks the database. */
let reads = 0;
const counted = {
  $client: (...query: Parameters<typeof db.$client>) => {
    reads += 1;
    return db.$client(...query);
  },
} as unknown as Database;

beforeEach(async () => {
  follower = new LogFollower({ db, redis, log: base.log });
  feed = new EventFeed({ db: counted, follower });
  await follower.start();
});
afterEach(() => {
  feed.close();
  follower.stop();
});
afterAll(async () => {
  await relay.close();
  await db.$client.end();
});

const ctx = () => ({ ...base, events: feed });
const list = (over: Partial<Parameters<typeof listEvents>[1]> = {}) =>
  listEvents(ctx(), { after: undefined, types: undefined, limit: 100, wait: 0, ...over });
const latest = async () => (await list({ after: "latest" })).cursor;

/** One event of an aggregate of its own, unless told, in a transaction of its own. */
async function write(type = "cart.changed", aggregateId = newId("cart"), version = 1) {
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data,
                        traceparent, occurred_at)
    values (${newId("evt")}, ${type}, 'cart', ${aggregateId}, ${version}, '{"cartId":"x"}',
            ${version === 1 ? "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" : null},
            '2026-03-01T09:30:00.125Z')`;
  return aggregateId;
}

async function relayed(count: number, type?: string): Promise<void> {
  for (let n = 0; n < count; n++) await write(type);
  await relay.run();
}

/** All pages behind a cursor, as a reader takes them that comes back. */
async function readOn(after: string, limit: number, types?: string[]) {
  const events = [];
  for (let cursor = after; ;) {
    const page = await list({ after: cursor, limit, types });
    events.push(...page.items);
    cursor = page.cursor;
    if (!page.hasMore) return { events, cursor };
  }
}

test("an event is a CloudEvent, the same from memory and from the log", async () => {
  const after = await latest();
  const cartId = await write();
  await relay.run();
  const [fromLog] = (await list({ after })).items;
  expect(fromLog).toEqual({
    specversion: "1.0",
    id: expect.stringMatching(/^evt_/) as string,
    source: "/api/v1",
    type: "meridian.cart.changed",
    subject: cartId,
    time: "2026-03-01T09:30:00.125Z",
    datacontenttype: "application/json",
    data: { cartId: "x" },
    position: Number(after.split(":")[1]) + 1,
    version: 1,
    traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  });
  await follower.catchUp();
  reads = 0;
  expect((await list({ after })).items).toEqual([fromLog]);
  expect(reads).toBe(0);
});

test("a reader that was away for 2,500 events gets each of them once, in order, by pages", async () => {
  const after = await latest();
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    select 'evt_many_' || n, 'cart.changed', 'cart', 'cart_' || n, 1, '{}', now() from generate_series(1, 2500) as n`;
  await relay.run();
  const { events } = await readOn(after, 100);
  const begin = Number(after.split(":")[1]);
  expect(events.map(({ position }) => position)).toEqual(
    Array.from({ length: 2_500 }, (_, n) => begin + n + 1),
  );
  await follower.catchUp();
  expect((await readOn(after, 100)).events).toEqual(events);
});

test("while sixteen write, a reader misses nothing, sees nothing twice, and each aggregate's versions in order", async () => {
  const after = await latest();
  const writers = 16;
  const each = 25;
  let isWriting = true;
  const writing = Promise.all(
    Array.from({ length: writers }, async () => {
      const cartId = newId("cart");
      for (let version = 1; version <= each; version++) {
        await write("cart.changed", cartId, version);
      }
    }),
  ).finally(() => (isWriting = false));
  const relaying = (async () => {
    while (isWriting) await relay.run();
    await relay.run();
  })();
  const seen: { subject: string; version: number; position: number }[] = [];
  for (let cursor = after; seen.length < writers * each;) {
    const page = await list({ after: cursor, limit: 7, wait: 5 });
    seen.push(...page.items);
    cursor = page.cursor;
  }
  await Promise.all([writing, relaying]);
  const begin = Number(after.split(":")[1]);
  expect(seen.map(({ position }) => position)).toEqual(seen.map((_, n) => begin + n + 1));
  const bySubject = Map.groupBy(seen, ({ subject }) => subject);
  expect(bySubject.size).toBe(writers);
  for (const events of bySubject.values()) {
    expect(events.map(({ version }) => version)).toEqual(
      Array.from({ length: each }, (_, n) => n + 1),
    );
  }
});

test("only the wanted types come, and the cursor passes the others", async () => {
  const after = await latest();
  await relayed(3, "cart.changed");
  await relayed(1, "order.placed");
  await relayed(2, "cart.changed");
  for (const from of ["log", "memory"]) {
    if (from === "memory") await follower.catchUp();
    const page = await list({ after, types: ["meridian.order.placed"] });
    expect(page.items.map(({ type }) => type)).toEqual(["meridian.order.placed"]);
    expect(page.hasMore).toBe(false);
    expect(Number(page.cursor.split(":")[1])).toBe(Number(after.split(":")[1]) + 6);
  }
  await expect(list({ types: ["meridian.order.lost"] })).rejects.toMatchObject({
    reason: "events.unknown_type",
    details: { types: expect.arrayContaining(["meridian.order.placed"]) as string[] },
  });
});

test("who waits is woken by the first event that it wants, and by no other", async () => {
  const after = await latest();
  const waiting = list({ after, wait: 30, types: ["meridian.order.placed"] });
  await relayed(2, "cart.changed");
  await relayed(1, "order.placed");
  const page = await waiting;
  expect(page.items.map(({ type }) => type)).toEqual(["meridian.order.placed"]);
});

test("who waits for nothing is answered with the place that it has come to", async () => {
  const after = await latest();
  const waiting = list({ after, wait: 1, types: ["meridian.order.placed"] });
  await relayed(2, "cart.changed");
  await follower.catchUp();
  const { items, cursor, hasMore } = await waiting;
  expect(items).toEqual([]);
  expect(hasMore).toBe(false);
  expect(Number(cursor.split(":")[1])).toBe(Number(after.split(":")[1]) + 2);
});

test("many who wait cost the database nothing", async () => {
  await relayed(1);
  await follower.catchUp();
  const after = await latest();
  const waiting = Array.from({ length: 200 }, () => list({ after, wait: 30 }));
  reads = 0;
  await relayed(1);
  const pages = await Promise.all(waiting);
  expect(pages.every(({ items }) => items.length === 1)).toBe(true);
  expect(reads).toBe(0);
});

test("a stream goes on behind its last event, and ends when it is told", async () => {
  await relayed(3);
  const from = (await list({ limit: 1 })).cursor;
  const all = (await readOn(from, 100)).events;
  const stop = new AbortController();
  const ids: string[] = [];
  for await (const { id, event } of await followEvents(ctx(), { after: from }, stop.signal)) {
    ids.push(event.id);
    if (ids.length === 2) {
      const rest = followEvents(ctx(), { after: from, lastEventId: id }, stop.signal);
      for await (const { event } of await rest) {
        ids.push(event.id);
        if (ids.length === all.length) stop.abort();
      }
    }
  }
  expect(ids).toEqual(all.map(({ id }) => id));
});

test("a stream ends when its process goes out of service", async () => {
  const events = await followEvents(ctx(), { after: "latest" }, new AbortController().signal);
  const seen: unknown[] = [];
  const ended = (async () => {
    for await (const event of events) seen.push(event);
  })();
  feed.close();
  await ended;
  expect(seen).toEqual([]);
});

test("a cursor behind what is kept, of another log, or ahead of this one is refused with the place to go on from", async () => {
  await relayed(10);
  const { epoch, position } = await readHead(db);
  const old = `${epoch}:${position - 8}`;
  await db.$client`delete from event_log where position <= ${position - 5}`;
  const gone = {
    kind: "gone",
    reason: "events.cursor_gone",
    details: { oldest: `${epoch}:${position - 5}` },
  };
  for (const after of [old, `other:${position}`, `${epoch}:${position + 1}`]) {
    await expect(list({ after })).rejects.toMatchObject(gone);
    const stream = followEvents(ctx(), { after }, new AbortController().signal);
    await expect(stream).rejects.toMatchObject(gone);
  }
  expect((await list({ after: `${epoch}:${position - 5}` })).items).toHaveLength(5);
  expect((await list()).items).toHaveLength(5);
});
