import { join } from "node:path";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { waitForHttp } from "@meridian/tooling/process/ready.ts";
import type { Scratch } from "@meridian/tooling/testing/scratch.ts";
import { startTestServer, type TestServer } from "@meridian/tooling/testing/server.ts";
import type { TestRedis } from "@meridian/tooling/testing/redis-server.ts";
import { authSecret } from "./host-server.ts";

export const demoClient = { id: "test-client", secret: "a secret of the tests, long enough" };

/** The API as a process of its own on a test's database and Redis, with a client that may do everything. */
export async function startApiProcess(
  scratch: Scratch,
  databaseUrl: string,
  redis: TestRedis,
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
    AUTH_SECRET: authSecret,
    LOG_LEVEL: "warn",
  };
  const args = [join(import.meta.dirname, "../src/main.ts")];
  const command = { command: process.execPath, args, cwd: scratch.directory, env };
  const isReady = () => waitForHttp(`${url}/readyz`, 60_000);
  return { ...(await startTestServer(scratch, "api", command, isReady)), url };
}
