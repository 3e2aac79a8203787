import { consume } from "@meridian/api/events/cursor.ts";
import { createClient, type Database } from "@meridian/db/client.ts";
import type { Bench } from "./bench.ts";
import { alternately, closedLoop, median } from "./measure.ts";
import { withShop } from "./shop.ts";

const writers = 32;
const roundMs = 5_000;
const rounds = 3;
const aggregates = 5_000;

export const events: Bench = {
  name: "events",
  shows: `events/s of ${writers} writers through outbox, relay and log to a consumer, against inserts of the same rows`,
  bars: [{ of: "events / inserts", atLeast: 0.5 }],
  run: () =>
    withShop({ apis: 0, hasDemo: false }, async (shop) => {
      const db = createClient(shop.databaseUrl, { max: writers });
      const reader = createClient(shop.databaseUrl, { max: 1 });
      await db.$client`create table plain_event (like outbox including all)`;
      await consume(reader, "bench", 1, async () => {});
      const { plain, relayed } = await alternately(rounds, {
        plain: async () => (await write(db, "plain_event")).perSecond,
        relayed: () => measureRelayed(db, reader),
      });
      await Promise.all([db.$client.end(), reader.$client.end()]);
      return {
        figures: { "inserts/s": median(plain), "events/s": median(relayed) },
        ratios: { "events / inserts": median(relayed) / median(plain) },
        conditions: { writers, roundMs, rounds, aggregates, statistic: "median" },
      };
    }),
};

/** Until the consumer has had the last of them. */
async function measureRelayed(db: Database, reader: Database): Promise<number> {
  let handled = 0;
  let written = Infinity;
  const start = performance.now();
  const consuming = (async () => {
    while (handled < written) {
      const count = await consume(reader, "bench", 1_000, async () => {});
      handled += count;
      if (count < 500) await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  written = (await write(db, "outbox")).latenciesMs.length;
  await consuming;
  return written / ((performance.now() - start) / 1_000);
}

let number = 0;
/** Each row a transaction of its own, as each write of the shop is one. */
function write(db: Database, table: "outbox" | "plain_event") {
  const sql = db.$client;
  return closedLoop(writers, roundMs, () => {
    number += 1;
    const id = `cart_${String(number % aggregates).padStart(26, "0")}`;
    return sql`
      insert into ${sql(table)} (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
      values (${`evt_${String(number).padStart(26, "0")}`}, 'cart.changed', 'cart', ${id}, ${number},
              jsonb_build_object('cartId', ${id}::text), now())`;
  });
}
