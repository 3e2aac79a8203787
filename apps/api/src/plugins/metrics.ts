import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

declare module "fastify" {
  interface FastifyInstance {
    /** For plugins that have something to count. */
    metrics: Registry;
    /** Of answers, in seconds. */
    durations: Histogram<"method" | "route" | "status">;
  }
}

/** /metrics in Prometheus' text format: durations by route, the event loop, memory, connections to Postgres. */
export function addMetrics(app: FastifyInstance, db: Database, applicationName: string): void {
  const registry = new Registry();
  app.decorate("metrics", registry);
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram<"method" | "route" | "status">({
    name: "http_request_duration_seconds",
    help: "Time from a request's headers to the end of its answer, streams not counted",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  app.decorate("durations", durations);
  countConnections(registry, db, applicationName);
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "unmatched";
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    durations.observe(labels, reply.elapsedTime / 1000);
    done();
  });
  app.get("/metrics", { logLevel: "warn" }, async (_request, reply) =>
    reply
      .header("cache-control", "no-store")
      .type(registry.contentType)
      .send(await registry.metrics()),
  );
}

function countConnections(registry: Registry, db: Database, applicationName: string): void {
  new Gauge({
    name: "meridian_postgres_connections",
    help: "Connections of all API processes to Postgres by their state",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      this.reset();
      // Without the database the rest is what one wants to see.
      const rows = await countByState(db, applicationName).catch(() => []);
      for (const { state, count } of rows) this.set({ state }, count);
    },
  });
}

async function countByState(db: Database, applicationName: string) {
  return await db.$client<{ state: string; count: number }[]>`
    select coalesce(state, 'unknown') as state, count(*)::int as count from pg_stat_activity
    where application_name = ${applicationName} and datname = current_database() group by 1`;
}
