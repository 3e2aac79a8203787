import { setTimeout as sleep } from "node:timers/promises";
import type { Check } from "../check.ts";
import { check } from "../check.ts";
import { serves } from "../faults/kill.ts";
import type { Shop } from "../shop.ts";

/** No figure of the shop: how long this run waits before it says that something hangs for good. */
const patienceMs = 180_000;

/** Until every process does its work again, however long that takes on this machine. */
export async function untilAllServe(shop: Shop, signal: AbortSignal): Promise<void> {
  while ((await notServing(shop)).length > 0) await sleep(100, undefined, { signal });
}

/** Waits until nothing is broken and nothing is under way any more: no hold, no payment, no refund, no event. */
export async function settle(shop: Shop): Promise<Check> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const left = await underWay(shop).catch((error: unknown) => [String(error)]);
    if (left.length === 0 || performance.now() > deadline)
      return check("everything that was under way has come to an end", "other", left);
    await sleep(200);
  }
}

async function underWay(shop: Shop): Promise<string[]> {
  const down = await notServing(shop);
  const [row] = await shop.db.$client<Record<string, number>[]>`
    select (select count(*) from outbox)::int as "events in the outbox",
           (select count(*) from checkout where state in ('open', 'paying'))::int as "checkouts",
           (select count(*) from hold where state = 'held')::int as "holds",
           (select count(*) from payment_attempt where state in ('pending', 'requires_action'))::int
             as "payment attempts",
           (select count(*) from refund where state = 'owed')::int as "refunds owed"`;
  const open = Object.entries(row ?? {}).filter(([, count]) => count > 0);
  return [...down, ...open.map(([what, count]) => `${count} ${what}`)];
}

async function notServing(shop: Shop): Promise<string[]> {
  const names = shop.stack.services;
  const states = await Promise.all(names.map((name) => serves(shop, name)));
  return names.filter((_, index) => !states[index]).map((name) => `${name} does not serve`);
}
