import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { retryDelayMs } from "./retry-delay.ts";

const overloaded = (retryAfterSeconds: number) => {
  const problem = { reason: "service.overloaded", status: 503, message: "", retryAfterSeconds };
  const data = { code: "SERVICE_UNAVAILABLE", httpStatus: 503, problem };
  return TRPCClientError.from({ error: { message: "", code: -32603, data } });
};
const many = (failures: number, error: unknown) =>
  Array.from({ length: 200 }, () => retryDelayMs(failures, error));

test("each time it waits longer, never as long as another, and not for ever", () => {
  for (const [failures, ms] of [
    [0, 500],
    [1, 1_000],
    [3, 4_000],
    [20, 15_000],
  ] as const) {
    const waits = many(failures, new Error("no network"));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(ms);
    expect(Math.max(...waits)).toBeLessThanOrEqual(ms * 1.5);
    expect(new Set(waits).size).toBeGreaterThan(100);
  }
});

test("it never comes back sooner than it was asked to", () => {
  expect(Math.min(...many(0, overloaded(3)))).toBeGreaterThanOrEqual(3_000);
});
