import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "@meridian/tooling/stack/env.ts";
import type { Check } from "./check.ts";
import { Crowd } from "./crowd.ts";
import type { Kill } from "./faults/kill.ts";
import { Random } from "./random.ts";
import { reconcile } from "./reconcile/reconcile.ts";
import { settle, untilAllServe } from "./reconcile/settle.ts";
import type { Scenario } from "./scenario.ts";
import { openShop, type Shop } from "./shop.ts";

export type RunSettings = {
  seed: number;
  seconds: number;
  shoppers: number;
  signal: AbortSignal;
  say: (line: string) => void;
};

/** What happened, and what must hold of it. */
export type Run = { crowd: Crowd; kills: Kill[]; checks: Check[] };

/** Before the first fault everybody is at it. */
const warmUpMs = 3_000;

/** One run: shoppers buy, watchers watch, the scenario breaks things; then all comes to rest and is reconciled. */
export async function run(scenario: Scenario, settings: RunSettings): Promise<Run> {
  const { seed, seconds, signal, say } = settings;
  const random = new Random(seed);
  const scarceUnits = scenario.scarceUnits ?? Math.ceil(seconds * 2);
  const shop = await openShop({ scarceUnits, ...scenario.shop }, signal, say);
  const crowd = new Crowd(shop, settings.shoppers, random);
  const kills: Kill[] = [];
  try {
    await sleep(warmUpMs, undefined, { signal });
    const faults = random.fork("faults");
    const own = await scenario.act({ shop, crowd, kills, random: faults, seconds, signal, say });
    say("the faults are over; what is under way comes to its end");
    await untilAllServe(shop, signal);
    await crowd.goHome();
    const settled = await settle(shop);
    const checks = [...own, settled, ...(await reconcile(shop, crowd, random))];
    if (checks.some(({ broken }) => broken.length > 0)) keepLogs(shop, say);
    return { crowd, kills, checks };
  } finally {
    await crowd.leave();
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
