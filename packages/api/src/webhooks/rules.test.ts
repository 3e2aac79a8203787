import fc from "fast-check";
import { expect, test } from "vitest";
import { maxAttempts, pauseAfter, retryAfterSeconds } from "./rules.ts";

const day = 24 * 3_600;

test("ten tries are spread over about three days, the first again within seconds", () => {
  expect(maxAttempts).toBe(10);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 9, maxLength: 9 }),
      (randoms) => {
        const pauses = randoms.map((random, made) => pauseAfter(made + 1, random) ?? 0);
        const total = pauses.reduce((sum, pause) => sum + pause, 0);
        expect(total).toBeGreaterThan(2.3 * day);
        expect(total).toBeLessThan(3.7 * day);
        expect(pauses[0]).toBeLessThanOrEqual(6);
      },
    ),
  );
  expect(pauseAfter(10, 0.5)).toBeNull();
});

test("two endpoints do not come back in step", () => {
  expect(pauseAfter(3, 0)).not.toBe(pauseAfter(3, 0.5));
});

test("Retry-After makes a pause longer, never shorter, and at most a day", () => {
  expect(pauseAfter(1, 0.5, 120)).toBe(120);
  expect(pauseAfter(4, 0.5, 1)).toBe(pauseAfter(4, 0.5));
  expect(pauseAfter(1, 0.5, 365 * day)).toBe(day);
  expect(pauseAfter(10, 0.5, 120)).toBeNull();
});

test("Retry-After is seconds or a date; anything else asks for nothing", () => {
  const now = new Date("2026-03-01T09:30:00Z");
  expect(retryAfterSeconds("90", now)).toBe(90);
  expect(retryAfterSeconds("Sun, 01 Mar 2026 09:31:00 GMT", now)).toBe(60);
  expect(retryAfterSeconds("Sun, 01 Mar 2026 09:00:00 GMT", now)).toBe(0);
  for (const other of [undefined, "", "soon", "-5"]) expect(retryAfterSeconds(other, now)).toBe(0);
});
