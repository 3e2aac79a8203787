import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRedis, Lanes, LiveHub, LogFollower, systemClock } from "@meridian/api/server.ts";
import { laneDbOf } from "@meridian/api/testing/context.ts";
import type { Database } from "@meridian/db/client.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll } from "vitest";
import { readConfig } from "../src/env.ts";
import { createLog } from "../src/log.ts";
import { buildServer } from "../src/server.ts";

export const token = "test-token-with-all-scopes";
export const bearer = { authorization: `Bearer ${token}` };

type Options = { router: AnyTRPCRouter; db?: Database; env?: Record<string, string> };

/** A server as the process has it, closed when the file ends. Redis is out of reach: the shop must do without. */
export async function testHost({ router, db, env }: Options): Promise<FastifyInstance> {
  const config = readConfig({
    NODE_ENV: "test",
    DATABASE_URL: "postgres://nobody@127.0.0.1:9/none",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    UPSTASH_REDIS_REST_TOKEN: "none",
    MERIDIAN_DATA: mkdtempSync(join(tmpdir(), "meridian-api-")),
    MERIDIAN_DEMO_TOKEN: token,
    ...env,
  });
  const log = createLog(config.logLevel);
  const redis = createRedis(config.redis);
  const pool = db ?? ({} as Database);
  const context = {
    db: pool,
    clock: systemClock,
    log,
    actor: { kind: "guest" as const },
    nudge() {},
  };
  const lanes = new Lanes(context);
  const follower = new LogFollower({ db: pool, redis, log });
  const hub = new LiveHub({ db: pool, follower, context: { ...context, lanes } });
  const laneDb = db === undefined ? pool : laneDbOf(db);
  const app = await buildServer({ ...context, config, router, laneDb, redis, hub, follower });
  afterAll(() => app.close());
  return app;
}

/** A JSON request; `body` as it is when it is text, else as JSON. */
export async function send(
  app: FastifyInstance,
  method: NonNullable<InjectOptions["method"]>,
  url: string,
  { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await app.inject({
    method,
    url,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { payload: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const isJson = String(response.headers["content-type"]).includes("json");
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
    body: (isJson && response.body !== "" ? response.json() : response.body) as never,
    text: response.body,
  };
}
