import { setTimeout as sleep } from "node:timers/promises";
import { check } from "../check.ts";
import { endProcess, identify } from "@meridian/tooling/process/identity.ts";
import { stopSteps } from "@meridian/tooling/process/run-directory.ts";
import { untilAllServe } from "../reconcile/settle.ts";
import type { Scenario } from "../scenario.ts";

export const postgresRestarted: Scenario = {
  name: "postgres-restarted",
  shows:
    "PostgreSQL is stopped as an operator stops it, three times: connections end, the pools find back",
  async act({ shop, crowd, signal, say }) {
    const restarts = 3;
    for (let n = 0; n < restarts; n++) {
      const identity = identify(shop.stack.pidOf("postgres") ?? 0);
      if (identity) await endProcess(identity, stopSteps("postgres"));
      say("PostgreSQL was stopped");
      while (shop.stack.pidOf("postgres") === identity?.pid) await sleep(50, undefined, { signal });
      await untilAllServe(shop, signal);
      await crowd.tally.nextWrite();
    }
    const unsold = crowd.journal.orders.size === 0 ? ["nothing was sold"] : [];
    return [check("the shop sold between the restarts", "other", unsold)];
  },
};
