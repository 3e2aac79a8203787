import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testContext } from "../../testing/context.ts";
import { createRedis, liveChannel } from "../kernel/redis.ts";
import { LogFollower, type LogListener } from "./follower.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const noRedis = createRedis({ url: "http://127.0.0.1:9", token: "nobody" });
const redis = createRedis(await testRedis());
const { log } = testContext(db);
afterAll(() => db.$client.end());

const followers: LogFollower[] = [];
afterEach(() => {
  for (const follower of followers.splice(0)) follower.stop();
});

async function startFollower(over: { redis?: typeof redis } = {}): Promise<LogFollower> {
  const follower = new LogFollower({ db, redis: over.redis ?? redis, log });
  followers.push(follower);
  await follower.start();
  return follower;
}

async function append(from: number, to: number): Promise<void> {
  await db.$client`
    insert into event_log (position, event_id, type, aggregate_type, aggregate_id,
                           aggregate_version, data, occurred_at)
    select n, 'evt_' || n, 'cart.changed', 'cart', 'cart_a', n, '{}', now()
    from generate_series(${from}::bigint, ${to}::bigint) as n`;
  await db.$client`update event_log_head set position = ${to}`;
}

/** A listener that keeps what it is told. */
function keeper() {
  const told: (number | "gap")[] = [];
  const listener: LogListener = {
    onEvents: (events) => told.push(...events.map((event) => event.position)),
    onGap: () => told.push("gap"),
    onStall() {},
  };
  return { told, listener };
}

beforeEach(async () => {
  await db.$client`truncate event_log`;
  await db.$client`update event_log_head set position = 0`;
});

it("tells every listener every event once, whatever another makes of it, until it ends", async () => {
  const follower = await startFollower({ redis: noRedis });
  const [one, two] = [keeper(), keeper()];
  const broken: LogListener = {
    ...keeper().listener,
    onEvents: () => {
      throw new Error("defect");
    },
  };
  follower.subscribe(broken);
  const leave = follower.subscribe(one.listener);
  follower.subscribe(two.listener);
  await append(1, 3);
  await follower.catchUp();
  leave();
  await append(4, 6);
  await db.$client`delete from event_log where position = 4`;
  await follower.catchUp();
  expect(one.told).toEqual([1, 2, 3]);
  expect(two.told).toEqual([1, 2, 3, "gap", 5, 6]);
});

describe("messages of several workers", () => {
  /** A follower that hears Redis. */
  async function listening() {
    const follower = await startFollower();
    const { told, listener } = keeper();
    follower.subscribe(listener);
    await vi.waitFor(async () => {
      await redis.publish(liveChannel, { head: 0, events: [] });
      expect(follower.isPolling).toBe(false);
    }, 10_000);
    return { follower, told };
  }
  const message = (first: number, last: number) => ({
    head: last,
    events: Array.from({ length: last - first + 1 }, (_, n) => ({
      position: first + n,
      id: `evt_${first + n}`,
      type: "cart.changed",
      aggregateId: "cart_a",
      version: first + n,
      data: {},
    })),
  });

  it("that cross on the way are put in order, without a look at the log", async () => {
    const { told } = await listening();
    await redis.publish(liveChannel, message(3, 4));
    await redis.publish(liveChannel, message(5, 5));
    await redis.publish(liveChannel, message(1, 2));
    // None of these is in the log: who looked there would not have them.
    await vi.waitFor(() => expect(told).toEqual([1, 2, 3, 4, 5]), 60_000);
  });

  it("one that never comes is read from the log", async () => {
    const { told } = await listening();
    await append(1, 5);
    await redis.publish(liveChannel, message(3, 4));
    await vi.waitFor(() => expect(told).toEqual([1, 2, 3, 4, 5]), 60_000);
  });

  it("a head without its events is read from the log", async () => {
    const { told } = await listening();
    await append(1, 2);
    await redis.publish(liveChannel, { head: 2, events: [] });
    await vi.waitFor(() => expect(told).toEqual([1, 2]), 60_000);
    await redis.publish(liveChannel, message(2, 2));
    await append(3, 3);
    await redis.publish(liveChannel, message(3, 3));
    await vi.waitFor(() => expect(told).toEqual([1, 2, 3]), 60_000);
  });
});
