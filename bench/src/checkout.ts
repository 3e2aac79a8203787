/** Whole orders over HTTP, beside the statements of such an order driven straight from the driver. */
import { createClient, type Database } from "@meridian/db/client.ts";
import type { Bench, BenchResult } from "./bench.ts";
import { record, recordable, replay } from "./checkout/recording.ts";
import { buy } from "./checkout/shopper.ts";
import { alternately, closedLoop, type Load, median, percentile } from "./measure.ts";
import { stockUp } from "./shelf.ts";
import { type Shop, withShop } from "./shop.ts";

const shoppers = 64;
const rounds = 5;
const roundMs = 6_000;
/** What the API has. */
const connections = 20;

export const checkout: Bench = {
  name: "checkout",
  shows: `whole orders/s over HTTP of ${shoppers} shoppers, against the same SQL straight from the driver`,
  bars: [
    { of: "orders / replays", atLeast: 0.5 },
    { of: "orders that are missing", atMost: 0 },
  ],
  run: () => withShop({ postgres: recordable }, measure),
};

async function measure(shop: Shop): Promise<BenchResult> {
  const shelf = await stockUp(shop);
  const db = createClient(shop.databaseUrl, { max: connections });
  let number = 0;
  const buyNext = () => buy(shelf, number++);
  // What is read once and kept, and what is prepared once, belongs to no order.
  for (let count = 0; count < shelf.variantIds.length; count++) await buyNext();
  const recording = await record(db, "meridian-api", buyNext);
  const before = await countOrders(db);
  let acknowledged = 0;
  const counted = async (order: Promise<void>) => {
    await order;
    acknowledged++;
  };
  const loads = await alternately<"orders" | "replays", Load>(rounds, {
    orders: () => closedLoop(shoppers, roundMs, () => counted(buyNext())),
    replays: () => closedLoop(shoppers, roundMs, () => counted(replay(db, recording))),
  });
  const made = (await countOrders(db)) - before;
  await db.$client.end();
  const perSecond = (name: keyof typeof loads) => median(loads[name].map((load) => load.perSecond));
  const latencies = loads.orders.flatMap((load) => load.latenciesMs);
  return {
    figures: {
      "orders/s": perSecond("orders"),
      "replays/s": perSecond("replays"),
      "order p50 ms": percentile(latencies, 0.5),
      "order p99 ms": percentile(latencies, 0.99),
      "statements per order": recording.steps.flatMap(({ statements }) => statements).length,
      "transactions per order": recording.steps.filter((step) => step.isTransaction).length,
      "orders that are missing": acknowledged - made,
    },
    ratios: { "orders / replays": perSecond("orders") / perSecond("replays") },
    conditions: {
      shoppers,
      rounds,
      roundMs,
      connections,
      "API processes": 1,
      statistic: "median of rounds",
    },
  };
}

async function countOrders(db: Database): Promise<number> {
  const [row] = await db.$client<{ count: number }[]>`select count(*)::int from "order"`;
  return row?.count ?? 0;
}
