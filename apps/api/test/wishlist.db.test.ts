import { createRedis } from "@meridian/api/server.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { makeVariant } from "@meridian/api/testing/shop.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, expect, test, vi } from "vitest";
import { makeUser } from "./accounts.ts";
import { followingHost } from "./following-host.ts";
import { send } from "./host.ts";
import { publishedKey } from "./oauth.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 5 });
const redisAt = await testRedis();
const relay = await startTestRelay(db, database.url, createRedis(redisAt), testContext(db).log);
const { app, close } = await followingHost(database.url, redisAt);
afterAll(async () => {
  await Promise.all([close(), relay.close()]);
  await db.$client.end();
});
const { sign } = await publishedKey(db);

type Headers = Record<string, string>;
type List = { id: string; version: number; productIds: string[]; share: { token: string } | null };
const ask = (method: "GET" | "PUT" | "DELETE", path: string, headers: Headers = {}) =>
  send(app, method, `/api/v1${path}`, { headers, ...(method === "PUT" && { body: {} }) });
async function shopper() {
  const { id: sub } = await makeUser(app, db);
  const token = await sign({ sub, client_id: "app", scope: "account", role: "shopper" });
  return { id: sub, headers: { authorization: `Bearer ${token}` } };
}
const wish = async (headers: Headers) => {
  const { productId } = await makeVariant(db);
  const { body } = await ask("PUT", `/users/me/wishlist/items/${productId}`, headers);
  return body as List;
};
const watch = async ({ id }: List, headers: Headers = {}, after = "") => {
  const { body } = await ask("GET", `/live/poll?topics=wishlist:${id}&wait=0${after}`, headers);
  return body as { frames: { kind: string; state: List | null }[]; cursor: string };
};

test("the list is its version over HTTP, and nobody's who is not signed in", async () => {
  const { headers } = await shopper();
  await wish(headers);
  const read = await ask("GET", "/users/me/wishlist", headers);
  expect(read).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  expect(read.headers["cache-control"]).toBe("private, no-store");
  const again = await ask("GET", "/users/me/wishlist", { ...headers, "if-none-match": '"1"' });
  expect(again.status).toBe(304);
  expect((await ask("GET", "/users/me/wishlist")).status).toBe(401);
});

test("two devices agree: its owner watches it live, and to anybody else it is not there", async () => {
  const { headers } = await shopper();
  const { headers: other } = await shopper();
  const list = await wish(headers);
  await relay.run();
  const before = await watch(list, headers);
  expect(before.frames).toMatchObject([{ kind: "wishlist", state: { version: 1 } }]);
  const next = await wish(headers);
  await relay.run();
  await vi.waitFor(async () => {
    const { frames } = await watch(list, headers, `&after=${before.cursor}`);
    expect(frames).toMatchObject([{ state: { version: 2, productIds: next.productIds } }]);
  });
  for (const stranger of [other, {}]) {
    const { frames } = await watch(list, stranger);
    expect(frames).toMatchObject([{ kind: "wishlist", state: null }]);
  }
});

test("erasing its owner ends the list, its link and its topic", async () => {
  const { id, headers } = await shopper();
  const list = await wish(headers);
  const { body } = await ask("PUT", "/users/me/wishlist/share", headers);
  const shared = `/wishlists/${(body as List).share?.token}`;
  expect((await ask("GET", shared)).status).toBe(200);
  await db.$client`delete from "user" where id = ${id}`;
  expect(await ask("GET", shared)).toMatchObject({
    status: 404,
    body: { reason: "wishlist.share_not_found" },
  });
  expect((await watch(list, headers)).frames).toMatchObject([{ state: null }]);
});
