import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Counter } from "../contract.ts";
import { maxQuantity } from "../contract/limits.ts";
import {
  changeCounter,
  compactCounter,
  isSameCounter,
  maxEntries,
  mergeCounters,
  quantityOf,
  unitsFrom,
  unitsOf,
  type Writer,
} from "./counter.ts";

const phone: Writer = { device: "my-phone", version: 2 };
const laptop: Writer = { device: "my-laptop", version: 3 };
const add = (quantity: number) => ({ type: "add", quantity }) as const;
const set = (quantity: number) => ({ type: "set", quantity }) as const;
const remove = { type: "remove" } as const;
const five = changeCounter({}, add(5), { device: "a-tablet", version: 1 });
const both = (a: Counter, b: Counter) => quantityOf(mergeCounters(a, b));

test("what one device brought is told apart from the rest", () => {
  const line = changeCounter(changeCounter(five, add(2), phone), add(3), laptop);
  expect(unitsFrom(line, phone.device)).toBe(2);
  expect(unitsFrom(changeCounter(line, set(0), laptop), phone.device)).toBe(0);
  expect(unitsFrom(line, "phone")).toBe(0);
});

describe("two devices that did not see each other", () => {
  test("both adds count", () => {
    expect(both(changeCounter(five, add(2), phone), changeCounter(five, add(1), laptop))).toBe(8);
  });

  test("an add survives a removal that did not see it", () => {
    const removed = changeCounter(five, remove, phone);
    expect(both(removed, changeCounter(five, add(2), laptop))).toBe(2);
    expect(both(removed, five)).toBe(0);
  });

  test("more than was there is the difference: it survives a removal alone", () => {
    expect(both(changeCounter(five, set(6), phone), changeCounter(five, remove, laptop))).toBe(1);
    expect(both(changeCounter(five, set(6), phone), changeCounter(five, set(7), laptop))).toBe(8);
  });

  test("who both ask for less get the lower, not both differences", () => {
    expect(both(changeCounter(five, set(1), phone), changeCounter(five, set(1), laptop))).toBe(1);
    const lower = changeCounter(five, set(1), phone);
    expect(both(lower, changeCounter(five, set(3), laptop))).toBe(1);
    // With free decrements this would be 5 - 4 - 4 + 2: the add would be lost.
    const lowered = changeCounter(changeCounter(five, set(1), laptop), add(2), laptop);
    expect(both(lower, lowered)).toBe(3);
  });
});

describe("what a device says it saw", () => {
  test("its removal reaches the units that it saw, and its own", () => {
    const now = changeCounter(changeCounter(five, add(2), laptop), add(1), phone);
    expect(quantityOf(changeCounter(now, remove, phone, five))).toBe(2);
    expect(quantityOf(changeCounter(now, set(1), phone, five))).toBe(3);
    expect(quantityOf(changeCounter(now, remove, phone, {}))).toBe(7);
    expect(quantityOf(changeCounter(now, remove, phone))).toBe(0);
  });

  test("it is not believed more about others than is known", () => {
    const liar: Counter = { "a-tablet.1": [9, 0], "no-device.7": [50, 0], "my-phone.1": [4, 4] };
    expect(changeCounter(five, add(1), phone)).toEqual({
      "a-tablet.1": [5, 0],
      "my-phone.2": [1, 0],
    });
    expect(changeCounter(five, remove, phone, liar)).toEqual({ "a-tablet.1": [5, 5] });
    expect(unitsOf(changeCounter(five, set(60), phone, liar))).toBe(10);
    const claim: Counter = { "a-tablet.1": [5, 5] };
    expect(unitsOf(changeCounter(five, set(5), phone, claim))).toBe(5);
    expect(changeCounter({}, remove, phone, liar)).toEqual({});
  });

  test("a removal of units that are gone does not take those that came after", () => {
    const gone = compactCounter(changeCounter(five, remove, laptop), 4);
    expect(gone).toEqual({});
    const again = changeCounter(gone, add(3), { device: "a-tablet", version: 5 });
    expect(quantityOf(changeCounter(again, remove, phone, five))).toBe(3);
  });
});

/** States as they come about: any number of devices, each acting on what it has, meeting in any order. */
const devices = ["device-a", "device-b", "device-c"] as const;
const change = fc.oneof(
  fc.record({ type: fc.constant("add" as const), quantity: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ type: fc.constant("set" as const), quantity: fc.integer({ min: 1, max: 20 }) }),
  fc.constant(remove),
);
const step = fc.record({ at: fc.nat(2), change, meets: fc.option(fc.nat(2)) });
const states = fc.array(step, { maxLength: 30 }).map((steps) => {
  const replicas: [Counter, Counter, Counter] = [{}, {}, {}];
  for (const { at, change, meets } of steps) {
    const writer = { device: devices[at]!, version: 0 };
    replicas[at] = changeCounter(replicas[at]!, change, writer);
    if (meets !== null) replicas[at] = mergeCounters(replicas[at], replicas[meets]!);
  }
  return replicas;
});

describe("laws of the merge", () => {
  test("commutative, associative, idempotent", () => {
    fc.assert(
      fc.property(states, ([a, b, c]) => {
        expect(mergeCounters(a, b)).toEqual(mergeCounters(b, a));
        expect(mergeCounters(mergeCounters(a, b), c)).toEqual(
          mergeCounters(a, mergeCounters(b, c)),
        );
        expect(mergeCounters(a, a)).toEqual(a);
        expect(mergeCounters(mergeCounters(a, b), b)).toEqual(mergeCounters(a, b));
      }),
    );
  });

  test("nothing moves backwards, and no entry has more taken than added", () => {
    fc.assert(
      fc.property(states, change, ([a, b], change) => {
        const writer = { device: devices[0], version: 0 };
        for (const next of [mergeCounters(a, b), changeCounter(a, change, writer)]) {
          expect(mergeCounters(a, next)).toEqual(next);
          expect(Object.values(next).every(([added, taken]) => taken <= added)).toBe(true);
        }
      }),
    );
  });

  test("no lost add: what nobody has seen is in the quantity, whatever the others did", () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 20 }), ([a, b], quantity) => {
        const unseen = { device: "device-d", version: 0 };
        const added = changeCounter(a, add(quantity), unseen);
        expect(unitsOf(mergeCounters(added, b))).toBe(unitsOf(mergeCounters(a, b)) + quantity);
      }),
    );
  });

  test("no resurrection: what was removed stays removed, whoever still has it", () => {
    fc.assert(
      fc.property(states, ([a, b, c]) => {
        const all = mergeCounters(mergeCounters(a, b), c);
        const removed = changeCounter(all, remove, { device: devices[0], version: 0 });
        expect(unitsOf(removed)).toBe(0);
        for (const stale of [a, b, c]) expect(unitsOf(mergeCounters(removed, stale))).toBe(0);
      }),
    );
  });

  test("what is set is what there is, for whom has seen everything", () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: maxQuantity }), ([a], quantity) => {
        const next = changeCounter(a, set(quantity), { device: devices[1], version: 0 });
        expect(unitsOf(next)).toBe(quantity);
        expect(isSameCounter(next, changeCounter(next, set(quantity), phone))).toBe(true);
      }),
    );
  });

  test("saying what one saw is the same as having been there and merging", () => {
    fc.assert(
      fc.property(states, change, ([a, b], change) => {
        // A device that added nothing yet: of its own units the server knows better.
        const writer = { device: "device-d", version: 0 };
        const now = mergeCounters(a, b);
        const merged = mergeCounters(now, changeCounter(a, change, writer));
        expect(changeCounter(now, change, writer, a)).toEqual(merged);
        // Nor does it matter that the server forgot what is gone, as long as it names no entry twice.
        const compact = changeCounter(compactCounter(now, 1), change, writer, a);
        expect(unitsOf(compact)).toBe(unitsOf(merged));
      }),
    );
  });
});

describe("bounded growth", () => {
  test("a line keeps its quantity in at most so many entries, however many devices come and go", () => {
    let counter: Counter = {};
    for (let version = 1; version <= 200; version++) {
      const writer = { device: `device-${version}`, version };
      const next = changeCounter(counter, version % 7 === 0 ? set(30) : add(2), writer);
      counter = compactCounter(next, version);
      expect(unitsOf(counter)).toBe(unitsOf(next));
      expect(Object.keys(counter).length).toBeLessThanOrEqual(maxEntries);
    }
  });

  test("units that became one with others are left alone by who saw them apart", () => {
    let counter = five;
    for (let version = 2; version <= 20; version++)
      counter = changeCounter(counter, add(1), { device: `device-${version}`, version });
    const compact = compactCounter(counter, 21);
    expect(unitsOf(changeCounter(compact, remove, phone, five))).toBe(24);
  });
});
