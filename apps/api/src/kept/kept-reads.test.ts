import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { KeptReads, type Reading } from "./kept-reads.ts";

const day = 86_400_000;

/** A store over one number for each tag, and how often each was read. */
function shop({ maxBytes = 1e6 } = {}) {
  const clock = { at: 0, now: () => new Date(clock.at) };
  const state = { isFollowing: true };
  const reads = new KeptReads({ maxBytes, clock, isFollowing: () => state.isFollowing });
  const stock = new Map<string, number>();
  const counts = { reads: 0 };
  /** Reads now, answers when `until` resolves: what changes meanwhile is not in it. */
  const fetch =
    (tag: string, until?: Promise<unknown>, size = 0) =>
    async (): Promise<Reading> => {
      counts.reads += 1;
      const body = Buffer.from(`${stock.get(tag) ?? 0}`.padEnd(size));
      await until;
      const key = tag;
      const described = { etag: "", surrogateKeys: "", nextCursor: undefined, language: undefined };
      const kept = { keptFrom: clock.at, keptUntil: clock.at + day, isOld: false };
      return { ...described, ...kept, key, body, tags: [tag] };
    };
  const read = async (tag: string, until?: Promise<unknown>, size?: number) =>
    Number((await reads.read(tag, fetch(tag, until, size))).body);
  const write = (tag: string, value: number) => {
    stock.set(tag, value);
    reads.invalidate([tag]);
  };
  return { reads, read, write, stock, counts, state, clock };
}

test("what is read is kept until something that it depends on changes", async () => {
  const { read, write, counts, reads } = shop();
  expect([await read("a"), await read("a"), counts.reads]).toEqual([0, 0, 1]);
  write("b", 1);
  expect([await read("a"), counts.reads]).toEqual([0, 1]);
  write("a", 2);
  expect([await read("a"), counts.reads]).toEqual([2, 2]);
  expect(reads.stats).toMatchObject({ hits: 2, misses: 2, invalidations: 1 });
});

test("a read that began before a change is not kept after it", async () => {
  const { read, write } = shop();
  const slow = Promise.withResolvers<void>();
  const early = read("a", slow.promise);
  write("a", 5);
  slow.resolve();
  expect(await early).toBe(0);
  expect(await read("a")).toBe(5);
});

test("a change of something else does not spoil a read", async () => {
  const { read, write, counts } = shop();
  const slow = Promise.withResolvers<void>();
  const early = read("a", slow.promise);
  write("b", 5);
  slow.resolve();
  await early;
  await read("a");
  expect(counts.reads).toBe(1);
});

test("a stampede is one read", async () => {
  const { read, counts } = shop();
  const slow = Promise.withResolvers<void>();
  const all = Array.from({ length: 50 }, () => read("a", slow.promise));
  slow.resolve();
  await Promise.all(all);
  expect(counts.reads).toBe(1);
});

test("who asks after a change does not get what was read before it", async () => {
  const { read, write, counts } = shop();
  const slow = Promise.withResolvers<void>();
  const early = read("a", slow.promise);
  write("a", 5);
  const late = [read("a"), read("a")];
  slow.resolve();
  expect(await early).toBe(0);
  expect(await Promise.all(late)).toEqual([5, 5]);
  expect(counts.reads).toBe(2);
});

test("a failure is told to all who waited, and not kept", async () => {
  const { reads, read } = shop();
  const fail = () => Promise.reject(new Error("gone"));
  const both = await Promise.allSettled([reads.read("a", fail), reads.read("a", fail)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await read("a")).toBe(0);
});

test("while changes may pass unheard nothing kept is served; what they tell of later is thrown away", async () => {
  const { read, write, stock, state } = shop();
  await read("a");
  state.isFollowing = false;
  stock.set("a", 7);
  expect(await read("a")).toBe(7);
  stock.set("a", 8);
  expect(await read("a")).toBe(8);
  write("a", 9);
  state.isFollowing = true;
  expect(await read("a")).toBe(9);
});

test("after missed events everything is read anew, also what was under way", async () => {
  const { read, reads, stock } = shop();
  await read("a");
  const slow = Promise.withResolvers<void>();
  const early = read("b", slow.promise);
  stock.set("a", 1).set("b", 1);
  reads.clear();
  slow.resolve();
  await early;
  expect([await read("a"), await read("b")]).toEqual([1, 1]);
});

test("what no event tells of is kept for its time only", async () => {
  const { read, stock, clock } = shop();
  await read("a");
  stock.set("a", 1);
  clock.at = day - 1;
  expect(await read("a")).toBe(0);
  clock.at = day;
  expect(await read("a")).toBe(1);
  stock.set("a", 2);
  clock.at = 0;
  expect(await read("a")).toBe(2);
});

test("memory is bounded: the longest unused goes first, and what is too large is not kept", async () => {
  const { read, counts, reads } = shop({ maxBytes: 10_000 });
  await read("a", undefined, 4_000);
  await read("b", undefined, 4_000);
  await read("a");
  await read("c", undefined, 4_000);
  expect([reads.bytes <= 10_000, reads.stats.evictions]).toEqual([true, 1]);
  const before = counts.reads;
  await read("a");
  expect(counts.reads).toBe(before);
  await read("b");
  await read("huge", undefined, 20_000);
  const after = counts.reads;
  await read("huge");
  expect(counts.reads).toBe(after + 1);
});

test("in any order of reads, slow reads and writes, nobody sees less than was known when they asked", async () => {
  const tag = fc.constantFrom("a", "b", "c");
  const step = fc.oneof(
    fc.record({ kind: fc.constant("read" as const), tag, ticks: fc.nat(4) }),
    fc.record({ kind: fc.constant("write" as const), tag, ticks: fc.nat(2) }),
    fc.record({ kind: fc.constant("clear" as const), tag, ticks: fc.nat(2) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { reads, read, write, stock } = shop();
      const seen: Promise<void>[] = [];
      let value = 0;
      for (const { kind, tag: name, ticks } of steps) {
        const known = stock.get(name) ?? 0;
        if (kind === "read") {
          const slow = (async () => {
            for (let tick = 0; tick < ticks; tick++) await turn();
          })();
          seen.push(read(name, slow).then((got) => expect(got).toBeGreaterThanOrEqual(known)));
        } else if (kind === "write") write(name, (value += 1));
        else reads.clear();
        for (let tick = 0; tick < ticks && kind !== "read"; tick++) await turn();
      }
      await Promise.all(seen);
    }),
    { numRuns: 100 },
  );
});
