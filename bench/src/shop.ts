/**
 * The shop as it is served, for benches: real PostgreSQL with its production settings, Redis and gateway, and
 * API and worker in processes of their own, all on free ports and on data that is gone afterwards.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createClient } from "@meridian/db/client.ts";
import { addDemo } from "@meridian/db/demo/load.ts";
import { migrate } from "@meridian/db/migrate.ts";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { waitForHttp } from "@meridian/tooling/process/ready.ts";
import { limitsOfOneMachine, root } from "@meridian/tooling/stack/env.ts";
import { startServer } from "@meridian/tooling/testing/postgres-setup.ts";
import { startRedisWithGateway, type TestRedis } from "@meridian/tooling/testing/redis-server.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { startTestServer } from "@meridian/tooling/testing/server.ts";

export type ShopProcess = { pid: number; url: string };

export type Shop = {
  databaseUrl: string;
  redis: TestRedis;
  apis: ShopProcess[];
  /** All scopes, at every API. */
  token: string;
};

export type ShopOptions = {
  /** API processes; 1 unless told. */
  apis?: number;
  /** With the demo shop's rows (no pictures); true unless told. */
  hasDemo?: boolean;
  /** Settings of PostgreSQL, beside the shop's own. */
  postgres?: Record<string, string>;
  /** Beside the shop's own settings. */
  env?: Record<string, string>;
  /** For Node, before the program: `--cpu-prof`. */
  nodeArgs?: string[];
};

const ready = 60_000;

/** Boots a shop, hands it to `use`, and ends all of it, whatever happens. */
export async function withShop<T>(
  {
    apis: count = 1,
    hasDemo = true,
    postgres: settings = {},
    env = {},
    nodeArgs = [],
  }: ShopOptions,
  use: (shop: Shop) => Promise<T>,
): Promise<T> {
  await using stack = new AsyncDisposableStack();
  const scratch = await createScratch();
  stack.defer(() => scratch.remove());
  const postgres = await startServer({ shared_buffers: "512MB", ...settings });
  stack.defer(() => postgres.stop());
  await migrate(postgres.url);
  if (hasDemo) await loadDemoRows(postgres.url);
  const redis = await startRedisWithGateway();
  stack.defer(() => redis.stop());
  const token = randomBytes(24).toString("hex");

  const serve = async (app: "api" | "worker", number: number): Promise<ShopProcess> => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = await startTestServer(
      scratch,
      `${app}-${number}`,
      {
        command: process.execPath,
        args: [...nodeArgs, join(root, `apps/${app}/src/main.ts`)],
        cwd: scratch.directory,
        env: {
          ...process.env,
          NODE_ENV: "production",
          HOST: "127.0.0.1",
          LOG_LEVEL: "warn",
          MERIDIAN_DATA: scratch.directory,
          MERIDIAN_DEMO: "1",
          RATE_LIMITS: limitsOfOneMachine,
          MERIDIAN_DEMO_TOKEN: token,
          AUTH_SECRET: token,
          DATABASE_URL: postgres.url,
          UPSTASH_REDIS_REST_URL: redis.url,
          UPSTASH_REDIS_REST_TOKEN: redis.token,
          [app === "api" ? "API_PORT" : "WORKER_PORT"]: String(port),
          ...env,
        },
      },
      () => waitForHttp(`${url}/readyz`, ready),
    );
    stack.defer(() => server.stop());
    return { pid: server.pid, url };
  };

  await serve("worker", 1);
  const apis: ShopProcess[] = [];
  for (let number = 1; number <= count; number++) apis.push(await serve("api", number));
  return await use({ databaseUrl: postgres.url, redis, apis, token });
}

async function loadDemoRows(databaseUrl: string): Promise<void> {
  const db = createClient(databaseUrl, { max: 1, statementTimeoutMs: 60_000 });
  try {
    await db.transaction((tx) => addDemo(tx, new Date()));
    await db.$client`analyze`;
  } finally {
    await db.$client.end();
  }
}
