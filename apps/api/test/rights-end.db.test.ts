/** What stays open ends with what allowed it, and shows nothing of what has become somebody else's. */
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createRedis } from "@meridian/api/kernel/redis.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, describe, expect, test } from "vitest";
import { makeUser } from "./accounts.ts";
import { followingHost } from "./following-host.ts";
import { send } from "./host.ts";
import { publishedKey } from "./oauth.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const redisAt = await testRedis();
const { log } = testContext(db);
const relay = await startTestRelay(db, database.url, createRedis(redisAt), log);
const host = await followingHost(database.url, redisAt);
await host.app.listen({ host: "127.0.0.1", port: 0 });
const origin = `http://127.0.0.1:${(host.app.server.address() as AddressInfo).port}`;
afterAll(async () => {
  await host.close();
  await relay.close();
  await db.$client.end();
});
const { sign } = await publishedKey(db);

test.each([
  "/api/v1/events?after=latest",
  "/trpc/events.follow?input=%7B%22after%22%3A%22latest%22%7D",
])("a stream ends with the token that opened it: %s", async (path) => {
  const exp = Math.floor(Date.now() / 1000) + 5;
  const authorization = `Bearer ${await sign({ scope: "events:read", exp })}`;
  const headers = { authorization, accept: "text/event-stream" };
  const stream = await open(path, headers);
  expect(stream.status).toBe(200);
  // Read to its end: it has one.
  await stream.text();
  expect(Date.now()).toBeGreaterThanOrEqual(exp * 1000);
  const again = await open("/api/v1/events?after=latest", headers);
  expect(again.status).toBe(401);
});

type Headers = Record<string, string>;

/** As clients are to do: who is told that the API is busy comes back. Hashing passwords is enough to make this process so. */
async function open(path: string, headers: Headers): Promise<Response> {
  for (;;) {
    const answer = await fetch(`${origin}${path}`, { headers });
    if (answer.status !== 503) return answer;
    await delay(Number(answer.headers.get("retry-after")) * 1000);
  }
}

const fromShop = { "sec-fetch-site": "same-origin" };
const follow = (headers: Headers) =>
  open("/trpc/events.follow?input=%7B%22after%22%3A%22latest%22%7D", { ...fromShop, ...headers });
const signOut = (headers: Headers) =>
  send(host.app, "POST", "/trpc/accounts.signOut", { body: {}, headers });

describe("a stream that a browser's session opened", () => {
  test("ends when the session does", async () => {
    const { headers } = await makeUser(host.app, db, "staff");
    const [stream, other] = [await follow(headers), await follow(headers)];
    expect([stream.status, other.status]).toEqual([200, 200]);
    expect((await signOut(headers)).status).toBe(200);
    await Promise.all([stream.text(), other.text()]);
    expect(await (await follow(headers)).text()).toContain("auth.token_required");
  });

  test("ends when its user is no longer staff, and others go on", async () => {
    const [lost, kept] = [
      await makeUser(host.app, db, "staff"),
      await makeUser(host.app, db, "staff"),
    ];
    const stream = await follow(lost.headers);
    const other = await follow(kept.headers);
    await db.$client`update "user" set role = 'shopper' where id = ${lost.id}`;
    await stream.text();
    expect(await (await follow(lost.headers)).text()).toContain("auth.scope_missing");
    const more = other.body?.getReader();
    expect((await more?.read())?.done).toBe(false);
    await more?.cancel();
  });
});

describe("a user's cart", () => {
  type Frame = { kind: string; topic?: string; state: { lines: unknown[] } | null };
  const cartOf = async (headers: Headers) => {
    const answer = await send(host.app, "POST", "/trpc/cart.create", {
      body: { region: "eu" },
      headers: { ...fromShop, ...headers },
    });
    await relay.run();
    return (answer.body as { result: { data: { id: string } } }).result.data.id;
  };
  const poll = async (cartId: string, headers: Headers = {}, after = "") => {
    await relay.run();
    const cursor = after === "" ? "" : `&after=${after}`;
    const url = `/api/v1/live/poll?topics=cart:${cartId}&wait=0${cursor}`;
    const { body } = await send(host.app, "GET", url, { headers });
    return body as { frames: Frame[]; cursor: string };
  };
  const watch = (cartId: string, headers: Headers) =>
    open(
      `/trpc/live.watch?input=${encodeURIComponent(JSON.stringify({ topics: [`cart:${cartId}`] }))}`,
      { ...fromShop, ...headers },
    );
  const nobodys = [{ kind: "cart", state: null }];

  test("is shown to that user alone, also to who comes back with a cursor", async () => {
    const { id: sub, headers } = await makeUser(host.app, db);
    const other = await makeUser(host.app, db);
    const cartId = await cartOf(headers);
    const bearerOf = async (user: string) => ({
      authorization: `Bearer ${await sign({ sub: user, client_id: "app", scope: "account", role: "shopper" })}`,
    });
    const own = await poll(cartId, await bearerOf(sub));
    expect(own.frames).toMatchObject([{ kind: "cart", state: { id: cartId } }]);
    for (const stranger of [{}, await bearerOf(other.id)]) {
      const seen = await poll(cartId, stranger);
      expect(seen.frames).toMatchObject(nobodys);
      expect((await poll(cartId, stranger, own.cursor)).frames).toMatchObject(nobodys);
    }
  });

  test("is watched for as long as the session lasts", async () => {
    const { headers } = await makeUser(host.app, db);
    const cartId = await cartOf(headers);
    const stream = await watch(cartId, headers);
    await signOut(headers);
    expect(await stream.text()).toContain(cartId);
    const again = await watch(cartId, headers);
    const reader = again.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes('"ready"')) text += (await reader?.read())?.value ?? "";
    expect(text).toContain('"state":null');
    await reader?.cancel();
  });

  test("is shown to their session at the storefront's stream, which no other site may open with it", async () => {
    const { headers } = await makeUser(host.app, db);
    const cartId = await cartOf(headers);
    const from = (site: string) =>
      open(`/api/v1/live?topics=cart:${cartId}`, { ...headers, "sec-fetch-site": site });
    const stream = await from("same-origin");
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("ready")) text += (await reader?.read())?.value ?? "";
    expect(text).toContain(`"id":"${cartId}"`);
    await reader?.cancel();
    const foreign = await from("cross-site");
    expect({ status: foreign.status, body: await foreign.json() }).toMatchObject({
      status: 403,
      body: { reason: "auth.cross_site" },
    });
  });

  test("is no longer shown to the guest whose it was", async () => {
    const cartId = await cartOf({});
    const stream = await watch(cartId, {});
    const { headers } = await makeUser(host.app, db);
    const call = (procedure: string, body: object) =>
      send(host.app, "POST", `/trpc/${procedure}`, { body, headers: { ...fromShop, ...headers } });
    expect((await call("ownCart.claim", { fromCartId: cartId })).status).toBe(200);
    expect((await call("cart.update", { cartId, region: "uk" })).status).toBe(200);
    await relay.run();
    const told = await stream.text();
    expect(told).toContain('"region":"eu"');
    expect(told).not.toContain('"region":"uk"');
    expect((await poll(cartId)).frames).toMatchObject(nobodys);
  });
});
