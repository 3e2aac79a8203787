/**
 * A real Redis behind a real gateway, for tests. In any `*.db.test.ts`:
 *
 * ```ts
 * import { testRedis } from "@meridian/tooling/testing/redis.ts";
 *
 * const redis = await testRedis(); // at the top of the file
 * const client = new Redis({ url: redis.url, token: redis.token }); // @upstash/redis
 * ```
 *
 * Each call is an own, empty Redis with its own gateway (well under a second), stopped when the file
 * ends, so files run in parallel and share no key. It needs redis-server or valkey-server on the PATH.
 */
import { afterAll } from "vitest";
import { startRedisWithGateway, type TestRedis } from "./redis-server.ts";

/** Starts a Redis and its gateway; call it at the top of a test file or of a `describe`. */
export async function testRedis(): Promise<TestRedis> {
  const { stop, ...redis } = await startRedisWithGateway();
  afterAll(stop);
  return redis;
}
