/**
 * A real Redis behind a real gateway, on ports and data of their own. It needs redis-server or
 * valkey-server on the PATH.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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

/** An own, empty Redis with its own gateway. */
export async function startRedisWithGateway(): Promise<TestRedis & { stop(): Promise<void> }> {
  const scratch = await createScratch();
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.toReversed()) await stopOne();
    scratch.remove();
  };
  try {
    const resp = await startRedis(scratch, stops);
    const rest = await startGateway(scratch, stops, resp);
    return { ...rest, redisUrl: resp, stop };
  } catch (error) {
    await stop();
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
  const isReady = () => waitForRedis(port, password, 10_000);
  stops.push((await startTestServer(scratch, "redis", command, isReady)).stop);
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
  const isReady = () => waitForHttp(`${url}/healthz`, 20_000);
  stops.push((await startTestServer(scratch, "gateway", command, isReady)).stop);
  return { url, token };
}
