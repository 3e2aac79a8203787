import { identify } from "@meridian/tooling/process/identity.ts";
import { check, type Check } from "../check.ts";
import { eventually, sellThrough } from "../faults/outage.ts";
import type { Scenario } from "../scenario.ts";

export const hang: Scenario = {
  name: "hang",
  shows:
    "an API and a worker stop answering without ending (SIGSTOP): the others sell on, and both are replaced",
  async act(scene) {
    const { shop, seconds, signal } = scene;
    const checks: Check[] = [];
    const stopped = (["api-2", "worker"] as const).map((name) => ({
      name,
      pid: shop.stack.pidOf(name) ?? 0,
    }));
    for (const { pid } of stopped) process.kill(pid, "SIGSTOP");
    checks.push(...(await sellThrough(scene, seconds, "with an API and a worker that hang")));
    for (const { name, pid } of stopped) {
      checks.push(
        await eventually(
          `${name}, which hung, was ended and replaced`,
          async () => identify(pid) === undefined && shop.stack.pidOf(name) !== pid,
          signal,
        ),
      );
    }
    return [
      ...checks,
      check("two were stopped", "other", stopped.some(({ pid }) => pid === 0) ? ["not"] : []),
    ];
  },
};
