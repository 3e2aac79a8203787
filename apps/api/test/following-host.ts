import {
  appRouter,
  createLaneClient,
  createRedis,
  Lanes,
  LiveHub,
  LogFollower,
  systemClock,
} from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import type { TestRedis } from "@meridian/tooling/testing/redis-server.ts";
import { expect, vi } from "vitest";
import { readConfig } from "../src/env.ts";
import { createLog } from "../src/log.ts";
import { buildServer } from "../src/server.ts";
import { withTrustedOutput } from "../src/trusted-output.ts";
import { authSecret, send, token } from "./host.ts";

/** An API process of a shop in which events travel: it has its own connections and follows the log by Redis. */
export async function followingHost(databaseUrl: string, redisAt: TestRedis) {
  const config = readConfig({
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    UPSTASH_REDIS_REST_URL: redisAt.url,
    UPSTASH_REDIS_REST_TOKEN: redisAt.token,
    MERIDIAN_DEMO_TOKEN: token,
    AUTH_SECRET: authSecret,
  });
  const db = createClient(databaseUrl, { max: 5 });
  const log = createLog(config.logLevel);
  const redis = createRedis(config.redis);
  const clock = systemClock;
  const follower = new LogFollower({ db, redis, log });
  const laneDb = createLaneClient(databaseUrl);
  const guest = { db, clock, log, actor: { kind: "guest" as const }, nudge() {} };
  const context = { ...guest, lanes: new Lanes({ ...guest, db: laneDb }) };
  const hub = new LiveHub({ db, follower, context });
  const router = withTrustedOutput(appRouter);
  const app = await buildServer({ config, router, db, laneDb, redis, hub, follower, clock, log });
  await follower.start();
  await vi.waitFor(() => expect(follower.isCurrent).toBe(true), 60_000);
  return {
    app,
    follower,
    get: (url: string, headers: Record<string, string> = {}) => send(app, "GET", url, { headers }),
    /** One of the numbers of /metrics. */
    async metric(name: string): Promise<number> {
      const { text } = await send(app, "GET", "/metrics");
      return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
    },
    async close() {
      await app.close();
      hub.stop();
      follower.stop();
      await Promise.all([db.$client.end(), laneDb.$client.end()]);
    },
  };
}
