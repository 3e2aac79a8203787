import { join } from "node:path";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { waitForHttp } from "@meridian/tooling/process/ready.ts";
import type { Scratch } from "@meridian/tooling/testing/scratch.ts";
import { startTestServer, type TestServer } from "@meridian/tooling/testing/server.ts";

/** A worker of its own process on a test's database, without Redis: it polls. */
export async function startWorkerProcess(
  scratch: Scratch,
  name: string,
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<TestServer & { port: number }> {
  const port = await freePort();
  const worker = await startTestServer(
    scratch,
    name,
    {
      command: process.execPath,
      args: [join(import.meta.dirname, "../src/main.ts")],
      cwd: scratch.directory,
      env: {
        ...process.env,
        WORKER_PORT: String(port),
        DATABASE_URL: databaseUrl,
        UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
        UPSTASH_REDIS_REST_TOKEN: "nobody",
        ...env,
      },
    },
    () => waitForHttp(`http://127.0.0.1:${port}/readyz`, 60_000),
  );
  return { ...worker, port };
}
