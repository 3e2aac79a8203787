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
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { findRedis } from "../embedded/redis-program.ts";
import { redisCommand, redisUrl, waitForRedis } from "../embedded/redis-server.ts";
import { freePort } from "../process/ports.ts";
import { waitForHttp } from "../process/ready.ts";
import { createScratch, type Scratch } from "./scratch.ts";
import { startTestServer } from "./server.ts";

const gatewayMain = fileURLToPath(new URL("../../apps/redis-gateway/src/main.ts", import.meta.url));

export type TestRedis = {
  /** For UPSTASH_REDIS_REST_URL. */
  url: string;
  /** For UPSTASH_REDIS_REST_TOKEN. */
  token: string;
  /** The Redis behind the gateway, for a RESP client. */
  redisUrl: string;
};

/** Starts a Redis and its gateway; call it at the top of a test file or of a `describe`. */
export async function testRedis(): Promise<TestRedis> {
  const scratch = await createScratch();
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.toReversed()) await stop();
    scratch.remove();
  };
  try {
    const resp = await startRedis(scratch, stops);
    const rest = await startGateway(scratch, stops, resp);
    afterAll(stopAll);
    return { ...rest, redisUrl: resp };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function startRedis(scratch: Scratch, stops: (() => Promise<void>)[]): Promise<string> {
  const program = findRedis();
  if (!program) throw new Error("These tests need redis-server or valkey-server on the PATH.");
  const port = await freePort();
  const password = randomBytes(16).toString("hex");
  const directory = join(scratch.directory, "redis");
  const command = redisCommand({ program, directory, port, password, isDurable: false });
  stops.push(
    await startTestServer(scratch, "redis", command, () => waitForRedis(port, password, 10_000)),
  );
  return redisUrl(port, password);
}

async function startGateway(
  scratch: Scratch,
  stops: (() => Promise<void>)[],
  redis: string,
): Promise<{ url: string; token: string }> {
  const port = await freePort();
  const token = randomBytes(16).toString("hex");
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    REDIS_URL: redis,
    GATEWAY_PORT: String(port),
    GATEWAY_TOKEN: token,
    GATEWAY_LOG_LEVEL: "warn",
  };
  const command = { command: process.execPath, args: [gatewayMain], cwd: scratch.directory, env };
  stops.push(
    await startTestServer(scratch, "gateway", command, () => waitForHttp(`${url}/healthz`, 20_000)),
  );
  return { url, token };
}
