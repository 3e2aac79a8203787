import { expect, test } from "vitest";
import { countsOfStage, summary } from "./counts.ts";

const green = { passed: 3, failed: 0, skipped: 0 };

test("a stage adds what its report says", () => {
  expect(countsOfStage(0, () => green)).toEqual(green);
  expect(countsOfStage(1, () => ({ ...green, failed: 2 }))).toEqual({ ...green, failed: 2 });
});

test("a stage that ends badly with no failed test is a failure", () => {
  expect(countsOfStage(1, () => green)).toEqual({ ...green, failed: 1 });
});

test("a stage without a test, or without a report, is a failure", () => {
  expect(countsOfStage(0, () => ({ passed: 0, failed: 0, skipped: 4 })).failed).toBe(1);
  const missing = () => {
    throw new Error("no such file");
  };
  expect(countsOfStage(0, missing).failed).toBe(1);
});

test("the last line adds up, and names the skipped only when there are some", () => {
  expect(summary([green, { passed: 1, failed: 2, skipped: 0 }])).toBe("4 passed, 2 failed");
  expect(summary([{ ...green, skipped: 1 }])).toBe("3 passed, 0 failed, 1 skipped");
});
