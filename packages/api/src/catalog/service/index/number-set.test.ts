import fc from "fast-check";
import { expect, test } from "vitest";
import { NumberSet, unite } from "./number-set.ts";

const numbers = fc.array(fc.nat(700), { maxLength: 60 });
const ascending = (set: Iterable<number>) => [...new Set(set)].toSorted((a, b) => a - b);

test("holds what was added and not deleted, in ascending order", () => {
  fc.assert(
    fc.property(numbers, numbers, (added, deleted) => {
      const set = NumberSet.of(added);
      for (const number of deleted) set.delete(number);
      const left = added.filter((number) => !deleted.includes(number));
      expect([...set]).toEqual(ascending(left));
      expect(set.size).toBe(ascending(left).length);
      for (let number = 0; number <= 800; number++)
        expect(set.has(number)).toBe(left.includes(number));
    }),
  );
});

test("combines as sets do, whatever their sizes", () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [setA, setB] = [NumberSet.of(a), NumberSet.of(b)];
      const both = ascending(a.filter((number) => b.includes(number)));
      expect([...setA.and(setB)]).toEqual(both);
      expect(setA.sizeWith(setB)).toBe(both.length);
      expect([...setA.or(setB)]).toEqual(ascending([...a, ...b]));
      expect([...unite([setA, setB, new NumberSet()])]).toEqual(ascending([...a, ...b]));
    }),
  );
});

test("finds the values of a range", () => {
  const values = new Float64Array(64).fill(Number.NaN);
  for (const [number, value] of [
    [0, 10],
    [31, 20],
    [32, 30],
    [63, 40],
  ] as const)
    values[number] = value;
  expect([...NumberSet.between(values, 20, 30)]).toEqual([31, 32]);
  expect([...NumberSet.between(values, 0, Number.POSITIVE_INFINITY)]).toEqual([0, 31, 32, 63]);
});

test("reads bits as the database sends them", () => {
  const set = new NumberSet();
  set.setBits(64, Buffer.from([0x80, 0, 0, 1, 0, 0, 0, 3]));
  expect([...set]).toEqual([64, 95, 126, 127]);
});
