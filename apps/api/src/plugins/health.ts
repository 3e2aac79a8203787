import { setTimeout as delay } from "node:timers/promises";
import { DomainError, type DomainErrorInit } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { Redis } from "@upstash/redis";
import type { FastifyInstance } from "fastify";
import type { Drain } from "../drain.ts";

export type HealthDependencies = { db: Database; redis: Pick<Redis, "ping">; drain: Drain };

const patienceMs = 1_000;

/**
 * /healthz: the process answers. /readyz: it should be given requests. Without Postgres nothing can be
 * sold; without Redis the shop sells on and only news come slower, so that is told but not unready.
 */
export function addHealth(app: FastifyInstance, { db, redis, drain }: HealthDependencies): void {
  const quiet = { logLevel: "warn" } as const;
  app.get("/healthz", quiet, async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  app.get("/readyz", quiet, async (_request, reply) => {
    if (drain.isDraining) throw unready({ message: "This process is going out of service." });
    const [postgres, cache] = await Promise.all([state(db.$client`select 1`), state(redis.ping())]);
    const checks = { postgres, redis: cache };
    if (postgres === "down") {
      throw unready({ message: "The database is out of reach.", details: { checks } });
    }
    const status = cache === "up" ? "ready" : "degraded";
    return reply.header("cache-control", "no-store").send({ status, checks });
  });
}

function unready(init: DomainErrorInit): DomainError {
  return new DomainError("unavailable", "service.unavailable", { ...init, retryAfterSeconds: 1 });
}

async function state(check: PromiseLike<unknown>): Promise<"up" | "down"> {
  const answer = Promise.resolve(check).then(
    () => "up" as const,
    () => "down" as const,
  );
  return await Promise.race([answer, delay(patienceMs, "down" as const, { ref: false })]);
}
