import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { consume, type Batch } from "./cursor.ts";
import { changedSince, readHead, readLog, readRange, trimLog, type LoggedEvent } from "./log.ts";
import { openRelaySeat, shardCount, type RelaySeat } from "./relay.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 8 });
afterAll(() => db.$client.end());

/** A busy machine is no worker that hangs. */
const patient = 60_000;
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

async function withLeader<T>(run: (leader: Leader) => Promise<T>): Promise<T> {
  const seat = await openRelaySeat(database.url, patient);
  try {
    await leadsAll(seat);
    return await run({ move: (limit) => moved(seat, limit) });
  } finally {
    await seat.close();
  }
}

/** Postgres gives the locks of an ended connection back in its own time. */
const leadsAll = (seat: RelaySeat) =>
  vi.waitFor(async () => expect((await seat.settle()).led).toHaveLength(shardCount), 60_000);

type Leader = { move(limit: number): Promise<LoggedEvent[]> };

async function moved(seat: RelaySeat, limit: number): Promise<LoggedEvent[]> {
  const appended = await seat.move(limit);
  return appended === null ? [] : readRange(db, appended);
}

/** Two seats that have shared the shards, and how each sees it. */
async function openTwo() {
  const seats = [
    await openRelaySeat(database.url, patient),
    await openRelaySeat(database.url, patient),
  ] as const;
  const settle = async () => [(await seats[0].settle()).led, (await seats[1].settle()).led];
  await vi.waitFor(async () => {
    const led = await settle();
    expect(led.map((shards) => shards.length)).toEqual([shardCount / 2, shardCount / 2]);
  }, 10_000);
  return { seats, settle, close: () => Promise.all(seats.map((seat) => seat.close())) };
}

/** What the relays of a process that is stopped look like to Postgres: their connections are open and silent. */
const silence = () => new Promise((resolve) => setTimeout(resolve, 1_800));

beforeEach(async () => {
  await db.$client`truncate outbox, event_log, event_cursor`;
  await db.$client`update event_log_head set position = 0`;
});

describe("the relay", () => {
  it("tells of little what it is, as it stands in the log; of much only where", async () => {
    const seat = await openRelaySeat(database.url, patient);
    await leadsAll(seat);
    for (const n of [1, 2, 3]) await write("cart_a", n);
    const few = await seat.move(10);
    expect(few?.events).toHaveLength(3);
    expect(few?.events).toEqual(await readRange(db, few!));
    for (let n = 4; n < 14; n++) await write("cart_a", n);
    expect(await seat.move(100)).toEqual({ first: 4, last: 13, events: null });
    const long = { ...newEvent("cart_b", 1), data: JSON.stringify({ note: "x".repeat(5_000) }) };
    await db.$client`insert into outbox ${db.$client(long)}`;
    expect(await seat.move(100)).toEqual({ first: 14, last: 14, events: null });
    await seat.close();
  });

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

  it("keeps the order of each aggregate with two workers, and the log gapless", async () => {
    const { seats, close } = await openTwo();
    let isWriting = true;
    const relaying = seats.map(async (seat) => {
      for (;;) {
        const isLast = !isWriting;
        if ((await seat.move(3)) === null && isLast) return;
      }
    });
    const aggregates = Array.from({ length: 20 }, (_, n) => `cart_${n}`);
    await Promise.all(
      aggregates.map(async (id) => {
        for (let version = 1; version <= 10; version++) await write(id, version);
      }),
    );
    isWriting = false;
    await Promise.all(relaying);
    await close();
    const events = await readLog(db, 0, 1_000);
    expect(events.map((event) => event.position)).toEqual(events.map((_, index) => index + 1));
    for (const id of aggregates) {
      const versions = events.filter((event) => event.aggregateId === id).map((e) => e.version);
      expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
  });
});

describe("workers", () => {
  it("a lone one leads all shards; two share them; what is left takes all back", async () => {
    const { seats, settle, close } = await openTwo();
    const [first = [], second = []] = await settle();
    expect([first.length, second.length]).toEqual([shardCount / 2, shardCount / 2]);
    expect(new Set([...first, ...second]).size).toBe(shardCount);
    await seats[0].close();
    await leadsAll(seats[1]);
    await close();
  });

  it("move only what they lead", async () => {
    const { seats, settle, close } = await openTwo();
    const [first = []] = await settle();
    for (let n = 0; n < 40; n++) await write(`cart_${n}`, 1);
    while ((await seats[0].move(100)) !== null);
    const rows = await db.$client<{ shard: number }[]>`select distinct shard from outbox`;
    expect(rows).toHaveLength(shardCount / 2);
    expect(rows.filter(({ shard }) => first.includes(shard))).toEqual([]);
    await close();
  });

  it("one whose connection dies moves nothing more, and the other takes over", async () => {
    const { seats, close } = await openTwo();
    const [own] = await db.$client<{ pid: number }[]>`
      select min(pid) as pid from pg_locks where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())`;
    await db.$client`select pg_terminate_backend(${own?.pid ?? 0})`;
    for (let n = 0; n < 20; n++) await write(`cart_${n}`, 1);
    await vi.waitFor(async () => {
      const led = await Promise.all(
        seats.map((seat) =>
          seat.settle().then(
            (settled) => settled.led.length,
            () => 0,
          ),
        ),
      );
      expect(led.toSorted((x, y) => x - y)).toEqual([0, shardCount]);
    }, 10_000);
    const counts = await Promise.all(
      seats.map((seat) =>
        moved(seat, 100).then(
          (events) => events.length,
          () => 0,
        ),
      ),
    );
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 20]);
    await close();
  });

  it("one that hangs loses its shards although its connection is open", async () => {
    const hung = await openRelaySeat(database.url);
    await leadsAll(hung);
    await write("cart_a", 1);
    await silence();
    await withLeader(async (leader) => expect(await leader.move(1)).toHaveLength(1));
    await expect(hung.move(1)).rejects.toThrow();
    await hung.close();
  });
});

describe("the log", () => {
  it("tells which aggregates changed behind a position", async () => {
    await write("cart_a", 1);
    await write("cart_b", 1);
    await withLeader((leader) => leader.move(10));
    const behind = (after: number) =>
      changedSince(
        db,
        ["cart_a", "cart_b", "cart_c"].map((aggregateId) => ({ aggregateId, after })),
      );
    expect(await behind(1)).toEqual([false, true, false]);
    expect(await behind(0)).toEqual([true, true, false]);
  });

  async function appendAged(...ages: string[]): Promise<void> {
    for (const [index] of ages.entries()) await write("cart_a", index + 1);
    await withLeader((leader) => leader.move(100));
    for (const [index, age] of ages.entries()) {
      await db.$client`
        update event_log set occurred_at = now() - ${age}::interval where position = ${index + 1}`;
    }
  }

  it("knows its oldest position after trimming, and has no hole when clocks differed", async () => {
    await appendAged("9 days", "8 days", "6 days", "8 days", "1 day");
    expect(await trimLog(db, 7, 1)).toBe(1);
    expect(await trimLog(db, 7, 100)).toBe(1);
    expect(await trimLog(db, 7, 100)).toBe(0);
    expect(await readHead(db)).toMatchObject({ position: 5, oldest: 3 });
  });

  it("can be trimmed to its end", async () => {
    await appendAged("9 days", "8 days");
    expect(await trimLog(db, 7, 100)).toBe(2);
    expect(await readHead(db)).toMatchObject({ position: 2, oldest: 3 });
  });

  it("is not trimmed before a consumer that asks, and not kept for one that is gone", async () => {
    await consume(db, "asks", 10, async () => {});
    await consume(db, "gone", 10, async () => {});
    await appendAged("9 days", "9 days", "9 days");
    await db.$client`update event_cursor set position = 1, updated_at = now() - interval '2 hours'`;
    await db.$client`update event_cursor set updated_at = now() - interval '8 days', position = 0 where consumer = 'gone'`;
    expect(await trimLog(db, 7, 100)).toBe(1);
    const failing = consume(db, "asks", 10, () => Promise.reject(new Error("down")));
    await expect(failing).rejects.toThrow("down");
    const [row] = await db.$client`
      select updated_at > now() - interval '1 minute' as fresh from event_cursor where consumer = 'asks'`;
    expect(row?.fresh).toBe(true);
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
    const handle = ({ events }: Batch) => {
      seen.push(...events.map((event) => event.position));
      return Promise.resolve();
    };
    expect(await consume(db, "test", 1, handle)).toBe(1);
    expect(await consume(db, "test", 10, handle)).toBe(1);
    expect(await consume(db, "test", 10, handle)).toBe(0);
    expect(seen).toEqual([1, 2]);
  });

  it("is told when what it has not seen was trimmed", async () => {
    await consume(db, "test", 10, async () => {});
    await write("cart_a", 1);
    await write("cart_a", 2);
    await withLeader((leader) => leader.move(10));
    await db.$client`delete from event_log where position = 1`;
    const gaps: boolean[] = [];
    const handle = async ({ isBehindGap }: Batch) => void gaps.push(isBehindGap);
    await consume(db, "test", 10, handle);
    await write("cart_a", 3);
    await withLeader((leader) => leader.move(10));
    await consume(db, "test", 10, handle);
    expect(gaps).toEqual([true, false]);
  });
});
