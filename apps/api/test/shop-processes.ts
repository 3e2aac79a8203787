import { join } from "node:path";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { waitForHttp } from "@meridian/tooling/process/ready.ts";
import type { TestRedis } from "@meridian/tooling/testing/redis-server.ts";
import type { Scratch } from "@meridian/tooling/testing/scratch.ts";
import { startTestServer, type TestServer } from "@meridian/tooling/testing/server.ts";
import { startWorkerProcess } from "../../worker/test/worker-process.ts";
import { authSecret, token } from "./host-server.ts";

export const demoClient = { id: "test-client", secret: "a secret of the tests, long enough" };

/** The API and the worker as processes of their own on a test's database and Redis; who may do everything has a client and a token. */
export async function startShopProcesses(
  scratch: Scratch,
  databaseUrl: string,
  redis: TestRedis,
): Promise<{ url: string; stop(): Promise<void> }> {
  const worker = await startWorkerProcess(scratch, "worker", databaseUrl, {
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
  });
  const api = await startApiProcess(scratch, databaseUrl, redis);
  const stop = async () => void (await Promise.all([api.stop(), worker.stop()]));
  return { url: api.url, stop };
}

export async function startApiProcess(
  scratch: Scratch,
  databaseUrl: string,
  redis: TestRedis,
  settings: Record<string, string> = {},
): Promise<TestServer & { url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "test",
    API_PORT: String(port),
    API_PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
    MERIDIAN_DEMO_CLIENT_ID: demoClient.id,
    MERIDIAN_DEMO_CLIENT_SECRET: demoClient.secret,
    MERIDIAN_DEMO_TOKEN: token,
    AUTH_SECRET: authSecret,
    LOG_LEVEL: "warn",
    ...settings,
  };
  const args = [join(import.meta.dirname, "../src/main.ts")];
  const command = { command: process.execPath, args, cwd: scratch.directory, env };
  const isReady = () => waitForHttp(`${url}/readyz`, 60_000);
  return { ...(await startTestServer(scratch, "api", command, isReady)), url };
}
