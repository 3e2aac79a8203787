import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { testContext } from "../../testing/context.ts";
import { makeOrder } from "../../testing/checkouts.ts";
import { startTestRelay, type TestRelay } from "../../testing/relay.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { createCart } from "../cart/service.ts";
import { applyOperations } from "../cart/service/operations.ts";
import { adjust } from "../inventory/service/levels.ts";
import type { Actor } from "../kernel/context.ts";
import { LogFollower } from "../events/follower.ts";
import { createRedis } from "../kernel/redis.ts";
import { deliverOrder, fulfilOrder } from "../orders/service/fulfil.ts";
import type { LiveFrame } from "./contract.ts";
import type { Frame } from "./frame.ts";
import { LiveHub } from "./hub.ts";
import { poll } from "./service.ts";
import { createLiveSource } from "./source.ts";

const database = await testDatabase();
const redisServer = await testRedis();
const redis = createRedis(redisServer);
const noRedis = createRedis({ url: "http://127.0.0.1:9", token: "nobody" });
const db = createClient(database.url, { max: 10 });
const ctx = testContext(db);
const staff: Actor = { kind: "client", id: "staff", scopes: new Set(["inventory:write"]) };

const running: { stop(): void }[] = [];
let relay: TestRelay;
beforeAll(async () => {
  relay = await startTestRelay(db, database.url, redis, ctx.log);
});
afterEach(() => {
  for (const part of running.splice(0)) part.stop();
  relay.isMute = false;
});
afterAll(async () => {
  await relay.close();
  await db.$client.end();
});

async function startHub(over: { redis?: typeof redis } = {}): Promise<LiveHub> {
  const follower = new LogFollower({ db, redis: over.redis ?? redis, log: ctx.log });
  const hub = new LiveHub({ db, follower, context: ctx });
  running.push(hub, follower);
  await follower.start();
  return hub;
}

/** A watcher that keeps all that it is sent. */
async function watch(
  hub: LiveHub,
  topics: string[],
  after?: string,
  actor: Actor = { kind: "guest" },
) {
  const frames: Frame[] = [];
  const state = { isEnded: false };
  const leave = await hub.watch(
    { topics, after, actor },
    {
      send: (frame) => frames.push(frame),
      end: () => {
        state.isEnded = true;
      },
    },
  );
  const values = (): LiveFrame[] => frames.map((frame) => frame.value);
  const kinds = () => values().map((value) => value.kind);
  const lastId = () => frames.at(-1)?.id ?? "";
  const available = () =>
    values().flatMap((value) => (value.kind === "stock" ? [value.state.available] : []));
  return { frames, values, kinds, lastId, available, leave, state };
}

async function stocked(onHand: number) {
  const locationId = await makeLocation(db);
  const { variantId } = await makeVariant(db, { stock: { [locationId]: onHand } });
  const receive = async (delta: number) => {
    await adjust({ ...ctx, actor: staff }, { variantId, locationId, delta, reason: "received" });
  };
  const add = async (delta: number) => {
    await receive(delta);
    await relay.run();
  };
  return { variantId, topic: `stock:${variantId}`, receive, add };
}

describe("a watcher", () => {
  it("gets the state of each topic, then ready, then each change", async () => {
    const hub = await startHub();
    const item = await stocked(5);
    const watcher = await watch(hub, [item.topic]);
    expect(watcher.kinds()).toEqual(["stock", "ready"]);
    await item.add(2);
    await vi.waitFor(() => expect(watcher.available()).toEqual([5, 7]));
  });

  it("sees a cart as its shopper does", async () => {
    const hub = await startHub();
    const item = await stocked(5);
    const cart = await createCart(ctx, { region: "eu" });
    const watcher = await watch(hub, [`cart:${cart.id}`]);
    await applyOperations(ctx, {
      cartId: cart.id,
      device: "device-1",
      operations: [{ type: "add", seq: 1, variantId: item.variantId, quantity: 2 }],
    });
    await relay.run();
    await vi.waitFor(() =>
      expect(watcher.values().at(-1)).toMatchObject({ kind: "cart", version: 2 }),
    );
    const last = watcher.values().at(-1);
    expect(last?.kind === "cart" && last.state?.lines[0]?.quantity).toBe(2);
  });

  it("is told that a thing does not exist", async () => {
    const hub = await startHub();
    const watcher = await watch(hub, ["cart:cart_00000000000000000000000000"]);
    expect(watcher.values()[0]).toMatchObject({ kind: "cart", state: null });
  });

  it("gets the newest of a burst, not each step", async () => {
    const hub = await startHub();
    const item = await stocked(0);
    const watcher = await watch(hub, [item.topic]);
    for (let n = 0; n < 30; n++) await item.receive(1);
    await relay.run();
    await vi.waitFor(() => expect(watcher.available().at(-1)).toBe(30));
    expect(watcher.available().length).toBeLessThan(31);
  });

  it("gets nothing more once it left", async () => {
    const hub = await startHub();
    const item = await stocked(1);
    const watcher = await watch(hub, [item.topic]);
    watcher.leave();
    const other = await watch(hub, [item.topic]);
    await item.add(1);
    await vi.waitFor(() => expect(other.available()).toEqual([1, 2]));
    expect(watcher.available()).toEqual([1]);
    expect(hub.stats).toMatchObject({ watchers: 1, topics: 1 });
  });
});

describe("a watcher that comes back", () => {
  it("gets what changed meanwhile once, and nothing of the rest", async () => {
    const hub = await startHub();
    const [a, b] = [await stocked(1), await stocked(1)];
    const before = await watch(hub, [a.topic, b.topic]);
    before.leave();
    await a.add(1);
    await a.add(1);
    const after = await watch(hub, [a.topic, b.topic], before.lastId());
    expect(after.values().map((value) => ("topic" in value ? value.topic : value.kind))).toEqual([
      a.topic,
      "ready",
    ]);
    expect(after.available()).toEqual([3]);
  });

  it("can resume at another process", async () => {
    const item = await stocked(1);
    const before = await watch(await startHub(), [item.topic]);
    before.leave();
    await item.add(1);
    const after = await watch(await startHub(), [item.topic], before.lastId());
    expect(after.available()).toEqual([2]);
  });

  it("starts over with a cursor of another log, or one whose events are trimmed", async () => {
    const hub = await startHub();
    const item = await stocked(1);
    const foreign = await watch(hub, [item.topic], "otherlog:12");
    expect(foreign.kinds()).toEqual(["reset", "stock", "ready"]);
    await item.add(1);
    const cursor = foreign.lastId();
    await item.add(1);
    await item.add(1);
    await db.$client`delete from event_log where position < (select max(position) from event_log)`;
    const trimmed = await watch(hub, [item.topic], cursor);
    expect(trimmed.kinds()).toEqual(["reset", "stock", "ready"]);
    expect(trimmed.available()).toEqual([4]);
  });
});

describe("many watchers that come back at once", () => {
  it("are answered by few statements, each with what it missed", async () => {
    let statements = 0;
    const counted = new Proxy(db, {
      get: (target, key) =>
        key === "$client"
          ? new Proxy(db.$client, {
              apply(client, self, args) {
                statements += 1;
                return Reflect.apply(client, self, args) as unknown;
              },
            })
          : (Reflect.get(target, key) as unknown),
    });
    const follower = new LogFollower({ db, redis, log: ctx.log });
    const hub = new LiveHub({ db: counted, follower, context: ctx });
    running.push(hub, follower);
    await follower.start();
    const items = await Promise.all(Array.from({ length: 3 }, () => stocked(1)));
    const topics = items.map((item) => item.topic);
    const before = await watch(hub, topics);
    before.leave();
    await items[1]?.add(1);
    statements = 0;
    const back = await Promise.all(
      Array.from({ length: 60 }, () => watch(hub, topics, before.lastId())),
    );
    for (const watcher of back) {
      expect(watcher.kinds()).toEqual(["stock", "ready"]);
      expect(watcher.available()).toEqual([2]);
    }
    expect(statements).toBeLessThanOrEqual(6);
  });
});

describe("an order's watcher", () => {
  it("has every step in the timeline, however fast they come", async () => {
    const hub = await startHub();
    const item = await stocked(5);
    const { id: orderId } = await makeOrder(ctx, { [item.variantId]: 2 });
    await relay.run();
    const watcher = await watch(hub, [`order:${orderId}`]);
    const fulfil = (quantity: number) => ({
      orderId,
      lines: [{ variantId: item.variantId, quantity }],
      idempotencyKey: crypto.randomUUID(),
    });
    const shop = { ...ctx, actor: { ...staff, scopes: new Set(["orders:write"] as const) } };
    await fulfilOrder(shop, fulfil(1));
    await fulfilOrder(shop, fulfil(1));
    await deliverOrder(shop, { orderId, idempotencyKey: crypto.randomUUID() });
    await relay.run();
    const told = () => {
      const last = watcher.values().findLast((value) => value.kind === "order");
      return last?.kind === "order" ? last.state?.timeline.map((entry) => entry.type) : undefined;
    };
    const steps = ["placed", "paid", "fulfilled", "fulfilled", "delivered"];
    await vi.waitFor(() => expect(told()).toEqual(steps), 60_000);
  });
});

describe("when Redis fails", () => {
  it("a message that was lost is found by the one after it", async () => {
    const hub = await startHub();
    const item = await stocked(1);
    const watcher = await watch(hub, [item.topic]);
    await vi.waitFor(() => expect(hub.stats.isPolling).toBe(false), 60_000);
    relay.isMute = true;
    await item.add(1);
    relay.isMute = false;
    const other = await stocked(1);
    await other.add(1);
    await vi.waitFor(() => expect(watcher.available()).toEqual([1, 2]), 60_000);
  });

  it("the hub follows the log without it", async () => {
    const hub = await startHub({ redis: noRedis });
    const item = await stocked(1);
    const watcher = await watch(hub, [item.topic]);
    await item.add(4);
    await vi.waitFor(() => expect(watcher.available()).toEqual([1, 5]), 60_000);
    expect(hub.stats.isPolling).toBe(true);
  });
});

describe("when nobody relays", () => {
  it("streams end and none begin: no number beats an old one", async () => {
    const hub = await startHub({ redis: noRedis });
    const item = await stocked(1);
    const watcher = await watch(hub, [item.topic]);
    await db.$client`
      insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
      values ('evt_waits', 'stock.changed', 'variant', 'var_x', 1, '{}', now() - interval '6 seconds')`;
    await vi.waitFor(() => expect(watcher.state.isEnded).toBe(true), 60_000);
    await expect(watch(hub, [item.topic])).rejects.toMatchObject({ reason: "live.unavailable" });
    await relay.run();
    await vi.waitFor(async () => (await watch(hub, [item.topic])).leave(), 60_000);
  });
});

describe("a long poll", () => {
  it("answers at once with the state, then with the next change", async () => {
    const ctx = { live: createLiveSource(await startHub()), actor: { kind: "guest" } as const };
    const item = await stocked(1);
    const first = await poll(ctx, { topics: [item.topic], wait: 5 });
    expect(first.frames).toMatchObject([{ kind: "stock", state: { available: 1 } }]);
    const waiting = poll(ctx, { topics: [item.topic], after: first.cursor, wait: 10 });
    await item.add(1);
    const second = await waiting;
    expect(second.frames).toMatchObject([{ kind: "stock", state: { available: 2 } }]);
    const third = await poll(ctx, { topics: [item.topic], after: second.cursor, wait: 0 });
    expect(third.frames).toEqual([]);
  });
});

describe("a drain", () => {
  it("ends every stream", async () => {
    const hub = await startHub();
    const item = await stocked(1);
    const watchers = await Promise.all([watch(hub, [item.topic]), watch(hub, [item.topic])]);
    await hub.drain(20);
    expect(watchers.map((watcher) => watcher.state.isEnded)).toEqual([true, true]);
    expect(hub.stats.watchers).toBe(0);
  });
});
