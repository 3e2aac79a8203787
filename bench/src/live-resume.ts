import { changedSince } from "@meridian/api/events/log.ts";
import { createClient, type Database } from "@meridian/db/client.ts";
import { migrate } from "@meridian/db/migrate.ts";
import { startServer } from "@meridian/tooling/testing/postgres-setup.ts";
import type { Bench } from "./bench.ts";
import { medianMs } from "./measure.ts";

const events = 1_000_000;
const aggregates = 50_000;
const topics = 20;
const rounds = 200;

/** Why a watcher resumes from Postgres: docs/adr/0003. */
export const liveResume: Bench = {
  name: "live-resume",
  shows: `which of ${topics} topics changed behind a cursor, in a log of ${events} events, against a bare round trip`,
  bars: [{ of: "100,000 events behind / round trip", atMost: 5 }],
  async run() {
    const server = await startServer();
    try {
      await migrate(server.url);
      const db = createClient(server.url, { max: 1, statementTimeoutMs: 120_000 });
      await fillLog(db);
      const ids = Array.from({ length: topics }, (_, n) => `var_${n * 2311}`);
      const roundTrip = await medianMs(rounds, () => db.$client`select 1`);
      const behind = async (count: number) =>
        medianMs(rounds, () =>
          changedSince(
            db,
            ids.map((aggregateId) => ({ aggregateId, after: events - count })),
          ),
        );
      const [near, far] = [await behind(1_000), await behind(100_000)];
      await db.$client.end();
      return {
        figures: { "round trip ms": roundTrip, "1,000 behind ms": near, "100,000 behind ms": far },
        ratios: { "100,000 events behind / round trip": far / roundTrip },
        conditions: { events, aggregates, topics, rounds, statistic: "median" },
      };
    } finally {
      await server.stop();
    }
  },
};

async function fillLog(db: Database): Promise<void> {
  await db.$client`
    insert into event_log (position, event_id, type, aggregate_type, aggregate_id,
                           aggregate_version, data, occurred_at)
    select n, 'evt_' || n, 'stock.changed', 'variant', 'var_' || (n * 7919 % ${aggregates}::bigint), 1,
           '{"available":1}', now()
    from generate_series(1::bigint, ${events}::bigint) as n`;
  await db.$client`analyze event_log`;
}
