import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { consume } from "./cursor.ts";
import { changedSince, readHead, readLog, trimLog, type LoggedEvent } from "./log.ts";
import { openRelaySeat, type RelaySeat } from "./relay.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 8 });
afterAll(() => db.$client.end());

let nextEvent = 0;
const newEvent = (aggregateId: string, version: number) => ({
  event_id: `evt_${++nextEvent}`,
  type: "cart.changed",
  aggregate_type: "cart",
  aggregate_id: aggregateId,
  aggregate_version: version,
  // Drizzle hands JSON to this client as text.
  data: JSON.stringify({ cartId: aggregateId }),
  occurred_at: new Date().toISOString(),
});

async function write(aggregateId: string, version: number, sql = db.$client): Promise<void> {
  await sql`insert into outbox ${sql(newEvent(aggregateId, version))}`;
}

async function withLeader<T>(run: (leader: RelaySeat) => Promise<T>): Promise<T> {
  const seat = await openRelaySeat(database.url);
  try {
    expect(await seat.tryLead()).toBe(true);
    return await run(seat);
  } finally {
    await seat.close();
  }
}

beforeEach(async () => {
  await db.$client`truncate outbox, event_log, event_cursor`;
  await db.$client`update event_log_head set position = 0`;
});

describe("the relay", () => {
  it("gives events gapless positions in the order of their aggregate", async () => {
    for (let version = 1; version <= 5; version++) await write("cart_a", version);
    const moved = await withLeader(async (leader) => [
      ...(await leader.move(3)),
      ...(await leader.move(3)),
    ]);
    expect(moved.map((event) => event.position)).toEqual([1, 2, 3, 4, 5]);
    expect(moved.map((event) => event.version)).toEqual([1, 2, 3, 4, 5]);
    expect(moved[0]?.data).toEqual({ cartId: "cart_a" });
    expect(await readLog(db, 0, 10)).toEqual(moved);
    expect(await withLeader((leader) => leader.move(3))).toEqual([]);
    expect((await readHead(db)).position).toBe(5);
  });

  it("loses no row that commits after a row with a higher id", async () => {
    const slow = await db.$client.reserve();
    await slow`begin`;
    await slow`insert into outbox ${slow(newEvent("cart_slow", 1))}`;
    await write("cart_fast", 1);
    const before = await withLeader((leader) => leader.move(10));
    await slow`commit`;
    slow.release();
    const after = await withLeader((leader) => leader.move(10));
    expect(before.map((event) => event.aggregateId)).toEqual(["cart_fast"]);
    expect(after.map((event) => [event.aggregateId, event.position])).toEqual([["cart_slow", 2]]);
  });

  it("moves each of many concurrent writes exactly once", async () => {
    let isWriting = true;
    const seen: LoggedEvent[] = [];
    const relaying = withLeader(async (leader) => {
      for (;;) {
        const isLast = !isWriting;
        const events = await leader.move(7);
        seen.push(...events);
        if (isLast && events.length === 0) return;
      }
    });
    await Promise.all(Array.from({ length: 300 }, (_, n) => write(`cart_${n % 10}`, n)));
    isWriting = false;
    await relaying;
    expect(seen.map((event) => event.position)).toEqual(
      Array.from({ length: 300 }, (_, n) => n + 1),
    );
    expect(new Set(seen.map((event) => event.id)).size).toBe(300);
  });

  it("has one leader, and another takes over when its connection dies", async () => {
    const first = await openRelaySeat(database.url);
    const second = await openRelaySeat(database.url);
    expect([await first.tryLead(), await second.tryLead()]).toEqual([true, false]);
    await write("cart_a", 1);
    await db.$client`
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())`;
    await expect(first.move(1)).rejects.toThrow();
    await first.close();
    expect(await second.tryLead()).toBe(true);
    const moved = await second.move(1);
    await second.close();
    expect(moved).toHaveLength(1);
  });
});

describe("the log", () => {
  it("tells which aggregates changed behind a position", async () => {
    await write("cart_a", 1);
    await write("cart_b", 1);
    await withLeader((leader) => leader.move(10));
    expect(await changedSince(db, ["cart_a", "cart_b", "cart_c"], 1)).toEqual(new Set(["cart_b"]));
  });

  it("knows its oldest position after trimming", async () => {
    await write("cart_a", 1);
    await write("cart_a", 2);
    await withLeader((leader) => leader.move(10));
    await db.$client`update event_log set occurred_at = now() - interval '8 days' where position = 1`;
    expect(await trimLog(db, 7, 100)).toBe(1);
    expect(await readHead(db)).toMatchObject({ position: 2, oldest: 2 });
  });
});

describe("a consumer", () => {
  it("goes on where it stopped, and sees an event again when handling it failed", async () => {
    await consume(db, "test", 10, async () => {});
    await write("cart_a", 1);
    await write("cart_a", 2);
    await withLeader((leader) => leader.move(10));
    const failing = consume(db, "test", 1, () => Promise.reject(new Error("down")));
    await expect(failing).rejects.toThrow("down");
    const seen: number[] = [];
    const handle = (events: LoggedEvent[]) => {
      seen.push(...events.map((event) => event.position));
      return Promise.resolve();
    };
    expect(await consume(db, "test", 1, handle)).toBe(1);
    expect(await consume(db, "test", 10, handle)).toBe(1);
    expect(await consume(db, "test", 10, handle)).toBe(0);
    expect(seen).toEqual([1, 2]);
  });
});
