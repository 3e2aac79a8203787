import { createRedis } from "@meridian/api/server.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { pino } from "pino";
import { Registry } from "prom-client";
import { afterAll, afterEach } from "vitest";
import { startWebhooks } from "../src/webhooks/deliver.ts";
import { Sender } from "../src/webhooks/sender.ts";
import { startReceiver } from "./receiver.ts";
import { webhookShop } from "./webhooks.ts";

const allShards = [0, 1, 2, 3, 4, 5, 6, 7];

/** A shop with a relay, and workers and receivers that end with the test that began them. */
export async function deliveringShop() {
  const database = await testDatabase();
  const db = createClient(database.url, { max: 12 });
  const log = pino({ level: "silent" });
  const redis = createRedis({ url: "http://127.0.0.1:9", token: "nobody" });
  const relay = await startTestRelay(db, database.url, redis, log);
  const shop = webhookShop(db, relay);
  const { ctx } = shop;
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
    await db.$client`delete from webhook`;
  });
  afterAll(async () => {
    await relay.close();
    await db.$client.end();
  });
  return {
    db,
    shop,
    ctx,
    async receiver(...of: Parameters<typeof startReceiver>) {
      const made = await startReceiver(...of);
      ends.push(made.close);
      return made;
    },
    worker(shards: { led: number[] } = { led: allShards }, maxWaiting?: number) {
      const registry = new Registry();
      const sender = new Sender({ allowsLocal: true });
      const shardsLed = () => shards.led;
      const made = startWebhooks({
        ctx,
        redis,
        log,
        registry,
        sender,
        shardsLed,
        ...(maxWaiting !== undefined && { maxWaiting }),
      });
      let isStopped = false;
      const stop = async () => {
        if (!isStopped) await made.stop();
        isStopped = true;
      };
      ends.push(stop);
      return { stop, registry };
    },
  };
}
