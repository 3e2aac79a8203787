/** Changes of one variant's stock, as a writer commits them: an event in the outbox, then a nudge. */
import { createRedis, nudgeChannel } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import type { Shop } from "../shop.ts";

const variantId = "var_00000000000000000000000001";
export const topic = `stock:${variantId}`;

export type StockFrames = {
  /** Commits the next change. Resolves with its version as soon as the commit is known. */
  change(): Promise<number>;
  close(): Promise<void>;
};

export function writeStockFrames(shop: Shop): StockFrames {
  const db = createClient(shop.databaseUrl, { max: 1 });
  const redis = createRedis(shop.redis);
  let version = 0;
  return {
    async change() {
      version += 1;
      const data = JSON.stringify({ variantId, available: version % 100, version });
      await db.$client`
        insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
        values (${`evt_bench_${version}`}, 'stock.changed', 'variant', ${variantId}, ${version},
                ${data}::text::jsonb, now())`;
      void redis.publish(nudgeChannel, "1");
      return version;
    },
    close: () => db.$client.end(),
  };
}

/** The bytes of such a frame as the API writes them, for the floor. */
export function frameText(version: number): string {
  const state = { variantId, available: version % 100, version };
  const frame = { kind: "stock", topic, version, state };
  return `event: stock\ndata: ${JSON.stringify(frame)}\nid: 0123456789ab:${version}\n\n`;
}

export const restPath = `/api/v1/live?topics=${topic}`;
export const trpcPath = `/trpc/live.watch?input=${encodeURIComponent(JSON.stringify({ topics: [topic] }))}`;
