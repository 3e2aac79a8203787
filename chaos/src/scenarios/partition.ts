import type { Check } from "../check.ts";
import { eventually, everyApiSaysRedisIs, sellThrough } from "../faults/outage.ts";
import type { Scenario } from "../scenario.ts";

export const partition: Scenario = {
  name: "partition",
  shows:
    "the way from the shop to Redis swallows everything without a word, then resets, then is whole: the shop sells on",
  async act(scene) {
    const { shop, seconds, signal } = scene;
    const checks: Check[] = [];
    for (const state of ["swallowing", "cut"] as const) {
      shop.wire.become(state);
      checks.push(
        await eventually(
          `the APIs say that Redis is down, and stay ready (${state})`,
          () => everyApiSaysRedisIs(scene, "down"),
          signal,
        ),
        ...(await sellThrough(scene, seconds / 2, `with the way to Redis ${state}`)),
      );
    }
    shop.wire.become("whole");
    checks.push(
      await eventually("the APIs have Redis back", () => everyApiSaysRedisIs(scene, "up"), signal),
    );
    return checks;
  },
};
