import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { rest } from "@meridian/api/kernel/rest.ts";
import { procedure, router } from "@meridian/api/kernel/trpc.ts";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { testHost } from "../../test/host.ts";

/** Work that goes on until it is released, as a database that is too slow makes it. */
let releases: (() => void)[] = [];
const untilReleased = () => new Promise<void>((resolve) => releases.push(resolve));
const releaseAll = () => {
  for (const release of releases) release();
  releases = [];
};
afterEach(releaseAll);

const Answer = z.object({ isDone: z.literal(true) });
const nothing = z.strictObject({});
const slow = async () => {
  await untilReleased();
  return { isDone: true as const };
};
const slowRouter = router({
  cart: router({
    get: procedure
      .meta(rest({ method: "GET", path: "/slow", summary: "Read", tag: "Slow" }))
      .input(nothing)
      .output(Answer)
      .query(slow),
    complete: procedure
      .meta(rest({ method: "POST", path: "/pay", summary: "Pay", tag: "Slow", rank: "money" }))
      .input(nothing)
      .output(Answer)
      .mutation(slow),
  }),
});

/** Two connections to the database: four places. */
const places = 4;
const app = await testHost({ router: slowRouter, env: { DATABASE_POOL: "2" } });
await app.listen({ host: "127.0.0.1", port: 0 });
const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

const read = (init?: RequestInit) => fetch(`${origin}/api/v1/slow`, init);
const pay = () =>
  fetch(`${origin}/api/v1/pay`, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
  });
const underWay = (count: number) =>
  expect.poll(() => releases.length, { timeout: 60_000 }).toBe(count);

function isCalm(metrics: string): boolean {
  const of = (name: string) =>
    Number(new RegExp(`^meridian_http_admission_${name} (.*)$`, "m").exec(metrics)?.[1]);
  return of("limit") === places && of("loop_delay_seconds") < 0.02;
}

/** The loop of a busy machine can be late again at any moment. */
async function readUntilLetIn(): Promise<Response> {
  const answer = await read();
  if (answer.status !== 503) return answer;
  await delay(50);
  return readUntilLetIn();
}

/** Fills all places. @returns the answers to come */
async function fill(): Promise<{ answers: Promise<Response>[] }> {
  // What the test before finished counts at the next tick, and makes more places for a moment; a loop that is late
  // (modules were loaded, the machine is busy) leaves reads fewer.
  await delay(200);
  await expect
    .poll(async () => (await fetch(`${origin}/metrics`)).text(), { timeout: 60_000 })
    .toSatisfy(isCalm);
  const answers = Array.from({ length: places }, readUntilLetIn);
  await underWay(places);
  return { answers };
}

test("over its places it refuses with a problem that says when to come back", async () => {
  const { answers } = await fill();
  const refused = await read({
    headers: { "x-request-id": "mine", origin: "https://anywhere.example" },
  });
  expect(refused.status).toBe(503);
  expect(refused.headers.get("content-type")).toMatch("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(refused.headers.get("x-request-id")).toBe("mine");
  expect(refused.headers.get("access-control-allow-origin")).toBe("*");
  expect(await refused.json()).toMatchObject({
    type: "/docs/problems#service.overloaded",
    status: 503,
    reason: "service.overloaded",
    instance: "/api/v1/slow",
    requestId: "mine",
  });
  releaseAll();
  for (const answer of answers) expect((await answer).status).toBe(200);
});

test("health, readiness and metrics are answered in the middle of it", async () => {
  await fill();
  expect((await read()).status).toBe(503);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  const text = await (await fetch(`${origin}/metrics`)).text();
  expect(text).toContain(`meridian_http_admission_running ${places}`);
  expect(text).toMatch(/meridian_http_admission_refused_total\{rank="read"\} [1-9]/);
});

test("paying is let in where reading is refused", async () => {
  await fill();
  const paying = pay();
  await underWay(places + 1);
  expect((await read()).status).toBe(503);
  releaseAll();
  expect((await paying).status).toBe(200);
});

test("an unmodified tRPC client reads the refusal as a problem like others", async () => {
  await fill();
  const client = createTRPCClient<typeof slowRouter>({
    links: [httpBatchLink({ url: `${origin}/trpc` })],
  });
  const error = await client.cart.get.query({}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TRPCClientError);
  expect((error as { data: object }).data).toMatchObject({
    httpStatus: 503,
    problem: { reason: "service.overloaded", status: 503 },
  });
});

test("a refused request with a body leaves its connection usable", async () => {
  await fill();
  const body = JSON.stringify({ text: "x".repeat(200_000) });
  const headers = { "content-type": "application/json" };
  const put = () => fetch(`${origin}/api/v1/slow`, { method: "PUT", body, headers });
  for (const answer of [await put(), await put(), await put()]) expect(answer.status).toBe(503);
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
});
