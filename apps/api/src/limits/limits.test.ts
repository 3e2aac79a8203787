import { expect, test } from "vitest";
import { bearer, send, testHost } from "../../test/host.ts";
import { sampleRouter } from "../../test/sample-router.ts";
import { QuotaSettings, usualQuotas } from "./policies.ts";

const hostWith = (RATE_LIMITS: string, TRUST_PROXY = "0") =>
  testHost({ router: sampleRouter(), env: { RATE_LIMITS, TRUST_PROXY } });
const note = "/api/v1/notes/one";

test("each answer says how far a caller has come, and what is over the quota is refused", async () => {
  const app = await hostWith("default=2/3600");
  const first = await send(app, "GET", note);
  expect(first.headers).toMatchObject({ "ratelimit-policy": '"default";q=2;w=3600' });
  expect(first.headers["ratelimit"]).toMatch(/^"default";r=1;t=\d+$/);
  expect((await send(app, "GET", "/api/v1/notes/%00")).headers["ratelimit"]).toMatch(/;r=0;/);
  const refused = await send(app, "GET", note);
  expect(refused.body).toMatchObject({
    status: 429,
    reason: "request.rate_limited",
    details: { policy: "default" },
  });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect(refused.headers["ratelimit"]).toMatch(/;r=0;/);
  expect((await send(app, "GET", note, { headers: bearer })).status).toBe(200);
  const overTrpc = await send(app, "GET", "/trpc/cart.who?input=%7B%7D");
  expect(overTrpc.body).toMatchObject({
    error: { data: { httpStatus: 429, problem: { reason: "request.rate_limited" } } },
  });
});

test("callers behind a proxy are told apart by what the proxy says, not by what they say", async () => {
  const app = await hostWith("default=1/3600", "1");
  const ask = async (forwarded: string) =>
    (await send(app, "GET", note, { headers: { "x-forwarded-for": forwarded } })).status;
  expect(await ask("203.0.113.1")).toBe(200);
  expect(await ask("198.51.100.7, 203.0.113.1")).toBe(429);
  expect(await ask("203.0.113.2")).toBe(200);
});

test("a wrong token is counted for the address that sends it", async () => {
  const app = await hostWith("default=2/3600");
  const ask = async () =>
    (await send(app, "GET", note, { headers: { authorization: "Bearer wrong" } })).status;
  expect([await ask(), await ask(), await ask()]).toEqual([401, 401, 429]);
});

test("a limit by what a call is about stops nobody who calls about something else", async () => {
  const app = await hostWith("payment=2/3600");
  const change = (id: string) =>
    send(app, "PUT", `/api/v1/notes/${id}`, { body: { text: "x" }, headers: { "if-match": "*" } });
  const first = await change("one");
  expect(first.headers["ratelimit-policy"]).toBe('"default";q=20000;w=10, "payment";q=2;w=3600');
  expect(first.headers["ratelimit"]).toMatch(/^"default";r=\d+;t=\d+, "payment";r=/);
  await change("one");
  expect((await change("one")).body).toMatchObject({ status: 429, details: { policy: "payment" } });
  expect((await change("two")).status).toBe(200);
});

test("settings name limits and leave the others as they are", () => {
  expect(QuotaSettings.parse(" payment=5/60 ")).toEqual({
    ...usualQuotas,
    payment: { requests: 5, seconds: 60 },
  });
  for (const wrong of ["payment", "payments=1/1", "payment=0/1", "payment=1/x", "__proto__=1/1"]) {
    expect(QuotaSettings.safeParse(wrong).success).toBe(false);
  }
});
