import fc from "fast-check";
import { expect, test } from "vitest";
import { Window } from "./window.ts";

const quota = { requests: 10, seconds: 10 };

test("a quota is used up, and comes back as the window moves on", () => {
  const window = new Window(quota);
  const first = window.take(0);
  expect(first).toEqual({ isWithin: true, remaining: 9, seconds: 10 });
  for (let count = 2; count <= 10; count += 1) expect(window.take(2_500).isWithin).toBe(true);
  expect(window.take(2_500)).toEqual({ isWithin: false, remaining: 0, seconds: 9 });
  expect(window.take(10_500).isWithin).toBe(false);
  expect(window.take(11_000).isWithin).toBe(true);
  expect(window.take(25_000)).toMatchObject({ isWithin: true, remaining: 9 - 1 });
});

test("whatever the pace: no fixed window grants more than the quota, and who waits as told is served", () => {
  const pauses = fc.array(fc.nat({ max: 3_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(pauses, (pausesMs) => {
      const window = new Window(quota);
      const granted = new Map<number, number>();
      let now = 1_000_000;
      for (const pause of pausesMs) {
        now += pause;
        const index = Math.floor(now / 10_000);
        const standing = window.take(now);
        if (standing.isWithin) granted.set(index, (granted.get(index) ?? 0) + 1);
        else {
          now += standing.seconds * 1_000;
          expect(window.take(now).isWithin).toBe(true);
          const later = Math.floor(now / 10_000);
          granted.set(later, (granted.get(later) ?? 0) + 1);
        }
      }
      expect(Math.max(0, ...granted.values())).toBeLessThanOrEqual(10);
    }),
  );
});

test("what other processes counted counts, and is not told back to them", () => {
  const window = new Window(quota);
  for (let count = 1; count <= 4; count += 1) window.take(0);
  const untold = window.untold(0);
  expect(untold).toEqual({ index: 0, count: 4 });
  window.take(0);
  window.tell(untold, 9);
  expect(window.untold(0)).toEqual({ index: 0, count: 1 });
  expect(window.take(0).isWithin).toBe(false);
});
