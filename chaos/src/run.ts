import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "@meridian/tooling/stack/env.ts";
import { check, type Check } from "./check.ts";
import { Client } from "./client.ts";
import { Consumer } from "./consumer.ts";
import type { Kill } from "./faults/kill.ts";
import { Journal } from "./journal.ts";
import { Random } from "./random.ts";
import { reconcileCarts } from "./reconcile/carts.ts";
import { reconcileEvents } from "./reconcile/events.ts";
import { reconcileOrders } from "./reconcile/orders.ts";
import { reconcilePayments } from "./reconcile/payments.ts";
import { settle } from "./reconcile/settle.ts";
import { reconcileStock } from "./reconcile/stock.ts";
import { reconcileWatchers } from "./reconcile/watchers.ts";
import type { Scenario } from "./scenario.ts";
import { openShop, type Shop } from "./shop.ts";
import { shop as goShopping } from "./shopper/shopper.ts";
import { Tally } from "./tally.ts";
import { Gallery } from "./watchers/gallery.ts";

export type RunSettings = {
  seed: number;
  seconds: number;
  shoppers: number;
  signal: AbortSignal;
  say: (line: string) => void;
};

/** Everything that happened, and what must hold of it. */
export type Run = {
  journal: Journal;
  tally: Tally;
  gallery: Gallery;
  consumer: Consumer;
  kills: Kill[];
  checks: Check[];
};

/** Before the first fault everybody is at it. */
const warmUpMs = 3_000;
/** No figure of the shop: shoppers who still have no answer then are told of as such. */
const lastAnswersMs = 90_000;

/** One run: shoppers buy, watchers watch, the scenario breaks things; then all comes to rest and is reconciled. */
export async function run(scenario: Scenario, settings: RunSettings): Promise<Run> {
  const { seed, seconds, signal, say } = settings;
  const random = new Random(seed);
  const scarceUnits = scenario.scarceUnits ?? Math.ceil(seconds * 2);
  const shop = await openShop({ scarceUnits, ...scenario.shop }, signal, say);
  const consumer = new Consumer(shop.db);
  const gallery = new Gallery(shop.apiUrls, shop.shelf, random.fork("gallery"), 40);
  const [journal, tally, kills] = [new Journal(), new Tally(), [] as Kill[]];
  const giveUp = new AbortController();
  const closing = new AbortController();
  try {
    const shoppers = Array.from({ length: settings.shoppers }, (_, n) => {
      const own = random.fork(`shopper ${n}`);
      const client = new Client(shop.apiUrls, own.fork("client"), tally, giveUp.signal);
      const means = { client, random: own, journal, tally, shelf: shop.shelf };
      return goShopping(means, closing.signal, (topic) => gallery.notice(topic));
    });
    await sleep(warmUpMs, undefined, { signal });
    const scene = {
      shop,
      random: random.fork("faults"),
      seconds,
      signal,
      say,
      tally,
      kills,
      journal,
      gallery,
      consumer,
    };
    const own = await scenario.act(scene);
    closing.abort();
    say("the faults are over; what is under way comes to its end");
    const timer = setTimeout(
      () => giveUp.abort(new Error("no answer came in the end")),
      lastAnswersMs,
    );
    await Promise.all(shoppers);
    clearTimeout(timer);
    const partial = { journal, tally, gallery, consumer, kills };
    const checks = [...own, ...(await reconcile(shop, partial, random))];
    if (checks.some(({ broken }) => broken.length > 0)) keepLogs(shop, say);
    return { ...partial, checks };
  } finally {
    closing.abort();
    giveUp.abort(new Error("the run is over"));
    gallery.close();
    await consumer.stop();
    await shop.close();
  }
}

/** What the processes said is gone with the shop: something broken needs it. */
function keepLogs({ stack }: Shop, say: (line: string) => void): void {
  const kept = join(root, "test-results/chaos");
  rmSync(kept, { recursive: true, force: true });
  cpSync(stack.context.data.logs, kept, { recursive: true });
  say(`the logs of all processes are in ${kept}`);
}

async function reconcile(
  shop: Shop,
  { journal, tally, gallery, consumer }: Omit<Run, "checks">,
  random: Random,
): Promise<Check[]> {
  const settled = await settle(shop);
  const patience = AbortSignal.timeout(lastAnswersMs);
  const reader = new Client(shop.apiUrls, random.fork("reader"), new Tally(), patience);
  const watchers = await reconcileWatchers(shop, gallery.watchers);
  await consumer.stop();
  return [
    settled,
    ...(await reconcileCarts(shop, journal, reader)),
    ...(await reconcileOrders(shop, journal)),
    ...(await reconcilePayments(shop)),
    ...(await reconcileStock(shop, journal)),
    ...(await reconcileEvents(shop, journal, consumer)),
    ...watchers,
    check("no answer was 500: what is out of reach says so with 503", "other", tally.defects),
  ];
}
