import type { AddressInfo } from "node:net";
import { createRedis } from "@meridian/api/kernel/redis.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, expect, test } from "vitest";
import { followingHost } from "./following-host.ts";
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
  const stream = await fetch(`${origin}${path}`, { headers });
  expect(stream.status).toBe(200);
  // Read to its end: it has one.
  await stream.text();
  expect(Date.now()).toBeGreaterThanOrEqual(exp * 1000);
  const again = await fetch(`${origin}/api/v1/events?after=latest`, { headers });
  expect(again.status).toBe(401);
});
