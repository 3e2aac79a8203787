import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRedis, Lanes, LiveHub, LogFollower, systemClock } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance } from "fastify";
import { readConfig } from "../src/env.ts";
import { createLog } from "../src/log.ts";
import { buildServer } from "../src/server.ts";

export const token = "test-token-with-all-scopes";
export const authSecret = "a secret of the tests, long enough";

type Options = {
  router: AnyTRPCRouter;
  db: Database;
  laneDb: Database;
  env?: Record<string, string> | undefined;
};

/** A server as the process has it, for tests. Redis is out of reach: the shop must do without. */
export async function buildTestServer(options: Options): Promise<FastifyInstance> {
  const { router, db, laneDb, env } = options;
  const folder = mkdtempSync(join(tmpdir(), "meridian-api-"));
  const config = readConfig({
    NODE_ENV: "test",
    DATABASE_URL: "postgres://nobody@127.0.0.1:9/none",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    UPSTASH_REDIS_REST_TOKEN: "none",
    MERIDIAN_DATA: folder,
    MERIDIAN_DEMO_TOKEN: token,
    AUTH_SECRET: authSecret,
    ...env,
  });
  const log = createLog(config.logLevel);
  const redis = createRedis(config.redis);
  const clock = systemClock;
  const context = { db, clock, log, actor: { kind: "guest" as const }, nudge() {} };
  const lanes = new Lanes(context);
  const follower = new LogFollower({ db, redis, log });
  const hub = new LiveHub({ db, follower, context: { ...context, lanes } });
  const app = await buildServer({ ...context, config, router, laneDb, redis, hub, follower });
  app.addHook("onClose", async () => rmSync(folder, { recursive: true, force: true }));
  return app;
}
