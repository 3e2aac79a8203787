import { TRPCClientError } from "@trpc/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tryAgain } from "./try-again.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function refusal(status: number): Error {
  const problem = { reason: "a.reason", status, message: "" };
  const data = { code: "X", httpStatus: status, problem };
  return TRPCClientError.from({ error: { message: "", code: -32603, data } });
}

async function run(...failures: Error[]) {
  let calls = 0;
  const end = tryAgain(async () => {
    const failure = failures[calls++];
    if (failure) throw failure;
    return "done";
  }).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return { end: await end, calls };
}

test("what may pass is asked for again", async () => {
  expect(await run(refusal(503), new Error("no connection"))).toEqual({ end: "done", calls: 3 });
});

test("a refusal stays one", async () => {
  const refused = refusal(409);
  expect(await run(refused)).toEqual({ end: refused, calls: 1 });
});

test("not for ever", async () => {
  const away = refusal(503);
  expect(await run(away, away, away, away, away)).toEqual({ end: away, calls: 4 });
});
