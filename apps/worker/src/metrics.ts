import type { Database } from "@meridian/db/client.ts";
import { Counter, Gauge, Registry, collectDefaultMetrics } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics(db: Database) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: "meridian_outbox_backlog",
    help: "Events that wait for the relay",
    registers,
    async collect() {
      const [row] = await db.$client<
        { count: number }[]
      >`select count(*)::int as count from outbox`;
      this.set(row?.count ?? 0);
    },
  });
  new Gauge({
    name: "meridian_outbox_lag_seconds",
    help: "Age of the oldest event that waits for the relay",
    registers,
    async collect() {
      const [row] = await db.$client<{ lag: number | null }[]>`
        select extract(epoch from clock_timestamp() - min(occurred_at))::float8 as lag from outbox`;
      this.set(row?.lag ?? 0);
    },
  });
  return {
    registry,
    isLeader: new Gauge({
      name: "meridian_relay_is_leader",
      help: "1 when this process relays",
      registers,
    }),
    relayed: new Counter({
      name: "meridian_relay_events_total",
      help: "Events moved to the log",
      registers,
    }),
    settled: new Counter({
      name: "meridian_job_items_total",
      help: "Things that a job settled or removed",
      labelNames: ["job"] as const,
      registers,
    }),
  };
}
