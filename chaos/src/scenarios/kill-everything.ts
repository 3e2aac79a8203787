import { setTimeout as sleep } from "node:timers/promises";
import { check } from "../check.ts";
import { kill, planKills, targets } from "../faults/kill.ts";
import type { Scenario } from "../scenario.ts";

/** With more than this down at once a slow machine would never come back, and nothing would be tried. */
const downAtOnce = 3;

export const killEverything: Scenario = {
  name: "kill-everything",
  shows:
    "kill -9 API, worker, gateway, Redis and PostgreSQL in random order: nothing acknowledged is lost",
  async act({ shop, crowd, kills, random, seconds, signal, say }) {
    const { journal, tally } = crowd;
    const until = performance.now() + seconds * 1_000;
    const isDown = () => kills.filter((each) => each.backAfterMs === undefined).length;
    for (const { pauseMs, target } of planKills(random)) {
      await sleep(pauseMs, undefined, { signal });
      while (isDown() >= downAtOnce) await sleep(50, undefined, { signal });
      // Everybody has had a turn, however slow the machine is.
      if (performance.now() > until && kills.length >= targets.length) break;
      kills.push(await kill(shop, tally, target));
      say(`killed ${target} (${journal.orders.size} orders so far)`);
    }
    const unsold = journal.orders.size === 0 ? ["nothing was sold"] : [];
    return [check("the shop sold while it was killed", "other", unsold)];
  },
};
