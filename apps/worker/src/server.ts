import type { Database } from "@meridian/db/client.ts";
import Fastify from "fastify";
import type { Metrics } from "./metrics.ts";

/** Health and metrics of the worker. It serves nothing else. */
export function buildHealthServer(deps: { db: Database; metrics: Metrics }) {
  const server = Fastify({ logger: false });
  server.get("/healthz", () => ({ status: "ok" }));
  server.get("/readyz", async (_, reply) => {
    try {
      await deps.db.$client`select 1`;
      return { status: "ready" };
    } catch {
      return reply.status(503).send({ status: "unready", postgres: "down" });
    }
  });
  server.get("/metrics", async (_, reply) => {
    const text = await deps.metrics.registry.metrics();
    return reply.type(deps.metrics.registry.contentType).send(text);
  });
  return server;
}
