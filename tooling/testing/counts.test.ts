import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countsOfStage, playwrightCounts, summary, vitestCounts } from "./counts.ts";

const green = { passed: 3, failed: 0, skipped: 0, failures: [] };

test("a stage adds what its report says", () => {
  expect(countsOfStage("verify", 0, () => green)).toEqual(green);
  expect(countsOfStage("verify", 1, () => ({ ...green, failed: 2 }))).toEqual({
    ...green,
    failed: 2,
  });
});

test("a stage that ends badly with no failed test is a failure", () => {
  expect(countsOfStage("verify", 1, () => green)).toEqual({
    ...green,
    failed: 1,
    failures: ["verify: ended with exit code 1; see above"],
  });
});

test("a stage without a test, or without a report, is a failure", () => {
  expect(
    countsOfStage("verify", 0, () => ({ passed: 0, failed: 0, skipped: 4, failures: [] })).failed,
  ).toBe(1);
  const missing = () => {
    throw new Error("no such file");
  };
  expect(countsOfStage("verify", 0, missing).failed).toBe(1);
});

test("what failed is named before the numbers", () => {
  const failed = { ...green, failed: 1, failures: ["cart.test.ts: adds up: expected 1 to be 2"] };
  expect(summary([green, failed])).toBe(
    "  ✗ cart.test.ts: adds up: expected 1 to be 2\n6 passed, 1 failed",
  );
});

test("a report of vitest names each failed test, and a file that broke", () => {
  const file = join(mkdtempSync(join(tmpdir(), "meridian-counts-")), "report.json");
  const failed = {
    status: "failed",
    fullName: "adds up",
    failureMessages: ["AssertionError: expected 1 to be 2\n    at cart.test.ts:3"],
  };
  const report = {
    numPassedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { name: "a.test.ts", status: "failed", message: "", assertionResults: [failed] },
      { name: "b.test.ts", status: "failed", message: "no such import", assertionResults: [] },
    ],
  };
  writeFileSync(file, JSON.stringify(report));
  expect(vitestCounts(file)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 0,
    failures: [
      "a.test.ts: adds up: AssertionError: expected 1 to be 2",
      "b.test.ts: the file: no such import",
    ],
  });
});

test("a report of Playwright names what failed, and what passed only when tried again", () => {
  const file = join(mkdtempSync(join(tmpdir(), "meridian-counts-")), "report.json");
  const spec = (title: string, status: string) => ({
    title,
    file: "payment.spec.ts",
    tests: [{ status, results: [{ error: { message: "Timed out\n at line 3" } }, {}] }],
  });
  const inner = { specs: [spec("pays", "flaky"), spec("buys", "expected")] };
  const suites = [{ specs: [spec("looks", "unexpected")], suites: [inner] }];
  writeFileSync(file, JSON.stringify({ stats: { expected: 1, skipped: 0 }, suites, errors: [] }));
  expect(playwrightCounts(file)).toMatchObject({
    failed: 2,
    failures: ["payment.spec.ts: looks: Timed out", "payment.spec.ts: pays: Timed out"],
  });
});

test("the last line adds up, and names the skipped only when there are some", () => {
  expect(summary([green, { ...green, passed: 1, failed: 2 }])).toBe("4 passed, 2 failed");
  expect(summary([{ ...green, skipped: 1 }])).toBe("3 passed, 0 failed, 1 skipped");
});
