import { expect, test } from "vitest";
import { missedBars } from "./bench.ts";
import { percentile } from "./measure.ts";

const result = {
  figures: { "p99 ms": 61, oversold: 0 },
  ratios: { "x floor": 19.9 },
  conditions: {},
};

test("a bar is missed above its most, below its least, and where nothing was measured", () => {
  expect(missedBars([{ of: "p99 ms", atMost: 60 }], result)).toEqual([
    "p99 ms must be at most 60, and is 61.00",
  ]);
  expect(missedBars([{ of: "x floor", atLeast: 20 }], result)).toHaveLength(1);
  expect(missedBars([{ of: "unheard of", atMost: 1 }], result)).toHaveLength(1);
});

test("a bar that is just reached is reached", () => {
  const bars = [
    { of: "p99 ms", atMost: 61 },
    { of: "oversold", atMost: 0 },
    { of: "x floor", atLeast: 19.9 },
  ];
  expect(missedBars(bars, result)).toEqual([]);
});

test("percentiles are values that were measured", () => {
  expect(percentile([3, 1, 2], 0.5)).toBe(2);
  expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  expect(percentile([7], 0.5)).toBe(7);
});
