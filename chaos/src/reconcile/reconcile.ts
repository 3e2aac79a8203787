import { check, type Check } from "../check.ts";
import { Client } from "../client.ts";
import type { Crowd } from "../crowd.ts";
import type { Random } from "../random.ts";
import type { Shop } from "../shop.ts";
import { Tally } from "../tally.ts";
import { reconcileCarts } from "./carts.ts";
import { reconcileEvents } from "./events.ts";
import { reconcileOrders } from "./orders.ts";
import { reconcilePayments } from "./payments.ts";
import { reconcileStock } from "./stock.ts";
import { reconcileWatchers } from "./watchers.ts";

/** No figure of the shop: everything is up by now, so this is for a machine that is busy. */
const patienceMs = 300_000;

/** What everybody was told, held against the tables. The shop has come to rest. */
export async function reconcile(shop: Shop, crowd: Crowd, random: Random): Promise<Check[]> {
  const { journal, tally, gallery, consumer } = crowd;
  const patience = AbortSignal.timeout(patienceMs);
  const reader = new Client(shop.apiUrls, random.fork("reader"), new Tally(), patience);
  const watchers = await reconcileWatchers(shop, gallery.watchers);
  await consumer.stop();
  return [
    ...(await reconcileCarts(shop, journal, reader)),
    ...(await reconcileOrders(shop, journal)),
    ...(await reconcilePayments(shop)),
    ...(await reconcileStock(shop, journal)),
    ...(await reconcileEvents(shop, journal, consumer)),
    ...watchers,
    check("no answer was 500: what is out of reach says so with 503", "other", tally.defects),
  ];
}
