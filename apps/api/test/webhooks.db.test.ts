import { appRouter } from "@meridian/api/server.ts";
import { expect, test } from "vitest";
import { bearer, send, testHost } from "./host.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
type Webhook = { id: string; version: number; secret?: string; types: string[]; state: string };
const url = "https://erp.example/meridian";

async function call(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, init: object = {}) {
  const { headers = {}, ...rest } = init as { headers?: Record<string, string>; body?: unknown };
  return await send(app, method, `/api/v1/webhooks${path}`, {
    ...rest,
    headers: { ...bearer, ...headers },
  });
}
async function add(body: object = {}): Promise<Webhook> {
  const answer = await call("POST", "", { body: { url, ...body } });
  expect(answer.status).toBe(201);
  return answer.body;
}

test("the secret is shown when it is made, and never again", async () => {
  const made = await add({ types: ["meridian.order.placed"], description: "ERP" });
  expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const { secret, ...shown } = made;
  const read = await call("GET", `/${made.id}`);
  expect(read.body).toEqual(shown);
  expect(read.headers["etag"]).toBe('"1"');
  const list = await call("GET", "?limit=100");
  expect((list.body as { items: Webhook[] }).items).toContainEqual(shown);
  expect(list.text).not.toContain(secret);
});

test("a change needs the version that was seen", async () => {
  const { id } = await add();
  const body = { state: "disabled" };
  expect((await call("PATCH", `/${id}`, { body })).status).toBe(428);
  const stale = await call("PATCH", `/${id}`, { body, headers: { "if-match": '"7"' } });
  expect(stale.status).toBe(412);
  expect(stale.body).toMatchObject({ current: { id, version: 1 } });
  const changed = await call("PATCH", `/${id}`, { body, headers: { "if-match": '"1"' } });
  expect(changed.body).toMatchObject({
    state: "disabled",
    disabledReason: "asked",
    version: 2,
    url,
  });
  const test = await call("POST", `/${id}/test`, { body: {} });
  expect(test.status).toBe(409);
  const enabled = { body: { state: "enabled" }, headers: { "if-match": '"2"' } };
  expect((await call("PATCH", `/${id}`, enabled)).body).toMatchObject({ disabledReason: null });
});

test("a test and a replay wait in the log of deliveries", async () => {
  const { id } = await add();
  const test = await call("POST", `/${id}/test`, { body: {} });
  expect(test.status).toBe(201);
  expect(test.body).toMatchObject({ subject: id, type: "meridian.webhook.test" });
  const { eventId } = test.body as { eventId: string };
  const again = await call("POST", `/${id}/replay`, { body: { eventId } });
  expect(again.status).toBe(201);
  const log = await call("GET", `/${id}/deliveries?state=pending`);
  // It waits already, so the replay is that one.
  expect(log.body).toMatchObject({
    items: [{ eventId, subject: id, state: "pending", attempts: [] }],
  });
  const unknown = { body: { eventId: "evt_01jv3ge8k2zt5y9m4n7q6r8s0w" } };
  expect((await call("POST", `/${id}/replay`, unknown)).status).toBe(404);
  for (const body of [
    {},
    { eventId, after: "a:1" },
    { until: "a:1" },
    { after: "a:5", until: "a:5" },
  ]) {
    expect((await call("POST", `/${id}/replay`, { body })).status).toBe(422);
  }
});

test("deliveries come by pages, newest first", async () => {
  const { id } = await add();
  for (let n = 0; n < 5; n++) await call("POST", `/${id}/test`, { body: {} });
  type Page = { items: { id: string }[]; nextCursor: string | null };
  const first = (await call("GET", `/${id}/deliveries?limit=3`)).body as Page;
  const rest = (await call("GET", `/${id}/deliveries?limit=3&cursor=${first.nextCursor}`))
    .body as Page;
  expect([...first.items, ...rest.items]).toHaveLength(5);
  expect(new Set([...first.items, ...rest.items].map((one) => one.id)).size).toBe(5);
  expect(rest.nextCursor).toBeNull();
});

test("a repeated request with a key makes one webhook and shows the same secret", async () => {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const body = { url, description: "once" };
  const first = await call("POST", "", { body, headers });
  const second = await call("POST", "", { body, headers });
  expect(second.body).toEqual(first.body);
  expect(second.headers["idempotency-replayed"]).toBe("true");
});

test("a new secret raises the version; the old one is kept to sign beside it", async () => {
  const made = await add();
  const rotated = await call("POST", `/${made.id}/secrets`, { body: {} });
  expect(rotated.status).toBe(201);
  const { secret, version } = rotated.body as Webhook;
  expect(secret).not.toBe(made.secret);
  expect(version).toBe(2);
  const [row] = await db.$client<{ secrets: { value: string; expiresAt: string | null }[] }[]>`
    select secrets from webhook where id = ${made.id}`;
  expect(row?.secrets.map(({ value }) => value)).toEqual([secret, made.secret]);
  expect(row?.secrets.map(({ expiresAt }) => expiresAt === null)).toEqual([true, false]);
});

test.each([
  "http://erp.example/",
  "https://127.0.0.1/",
  "https://[::1]/",
  "https://10.1.1.1/",
  "https://localhost/",
  "https://2130706433/",
])("%s is no place for a webhook", async (refused) => {
  const answer = await call("POST", "", { body: { url: refused } });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ reason: "webhooks.url_refused" });
});

test("a shop that allows it sends to its own machine", async () => {
  const local = await testHost({ router: appRouter, db, env: { WEBHOOKS_TO_LOCAL: "1" } });
  const answer = await send(local, "POST", "/api/v1/webhooks", {
    body: { url: "http://127.0.0.1:3999/hook" },
    headers: bearer,
  });
  expect(answer.status).toBe(201);
});

test("a type that never happens is refused; so is who has no token", async () => {
  const unknown = await call("POST", "", { body: { url, types: ["meridian.order.lost"] } });
  expect(unknown.body).toMatchObject({ status: 422, reason: "events.unknown_type" });
  expect((await send(app, "GET", "/api/v1/webhooks")).status).toBe(401);
});

test("what is removed is gone, with what waited", async () => {
  const { id } = await add();
  await call("POST", `/${id}/test`, { body: {} });
  expect((await call("DELETE", `/${id}`)).status).toBe(204);
  expect((await call("GET", `/${id}`)).status).toBe(404);
  expect((await call("GET", `/${id}/deliveries`)).status).toBe(404);
  const [row] = await db.$client`select state from webhook_delivery where webhook_id = ${id}`;
  expect(row).toEqual({ state: "cancelled" });
});
