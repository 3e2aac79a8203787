import { shardCount } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import { Counter, Gauge, Registry, collectDefaultMetrics } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

const shards = Array.from({ length: shardCount }, (_, shard) => shard);
const byShard = ["shard"] as const;

export function createMetrics(db: Database) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const isLeader = new Gauge({
    name: "meridian_relay_is_leader",
    help: "1 when this process relays the shard",
    labelNames: byShard,
    registers,
  });
  const takeovers = new Counter({
    name: "meridian_relay_takeovers_total",
    help: "How often this process began to lead the shard",
    labelNames: byShard,
    registers,
  });
  showWaiting(db, registry);
  return {
    registry,
    isLeader,
    showLeadership(led: readonly number[], taken: readonly number[]): void {
      for (const shard of shards) isLeader.set({ shard }, led.includes(shard) ? 1 : 0);
      for (const shard of taken) takeovers.inc({ shard });
    },
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

/** Backlog and lag of each shard, the same from every worker. One look at the outbox serves both. */
function showWaiting(db: Database, registry: Registry): void {
  const lag = new Gauge({
    name: "meridian_outbox_lag_seconds",
    help: "Age of the shard's oldest event that waits for the relay",
    labelNames: byShard,
    registers: [registry],
  });
  new Gauge({
    name: "meridian_outbox_backlog",
    help: "Events of the shard that wait for the relay",
    labelNames: byShard,
    registers: [registry],
    async collect() {
      const rows = await db.$client<{ shard: number; count: number; lag: number }[]>`
        select shard, count(*)::int as count,
               extract(epoch from clock_timestamp() - min(occurred_at))::float8 as lag
        from outbox group by shard`;
      const found = new Map(rows.map((row) => [row.shard, row]));
      for (const shard of shards) {
        this.set({ shard }, found.get(shard)?.count ?? 0);
        lag.set({ shard }, found.get(shard)?.lag ?? 0);
      }
    },
  });
}
