import fc from "fast-check";
import { expect, it } from "vitest";
import { share } from "./share.ts";

it("a lone worker takes all, and gives half of it to a second", () => {
  expect(share(new Map([[7, []]]), 7, 4)).toEqual({ kept: [], surplus: [], wanted: [0, 1, 2, 3] });
  const both = new Map([
    [7, [0, 1, 2, 3]],
    [9, []],
  ]);
  expect(share(both, 7, 4)).toEqual({ kept: [0, 1], surplus: [2, 3], wanted: [] });
  expect(share(both, 9, 4).wanted).toEqual([]);
});

it("workers that come and go always end with every shard led, shared as evenly as it goes", () => {
  const shardCount = 8;
  const change = fc.record({ worker: fc.integer({ min: 1, max: 5 }), isThere: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const holders = new Map<number, number[]>([[99, []]]);
      const settle = () => {
        for (const worker of holders.keys()) {
          const { kept, wanted } = share(holders, worker, shardCount);
          holders.set(worker, [...kept, ...wanted]);
        }
      };
      for (const { worker, isThere } of changes) {
        if (isThere) holders.set(worker, holders.get(worker) ?? []);
        else holders.delete(worker);
        settle();
      }
      settle();
      settle();
      const counts = [...holders.values()].map((shards) => shards.length);
      expect([...holders.values()].flat().toSorted((a, b) => a - b)).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7,
      ]);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});
