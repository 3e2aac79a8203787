import { eventually, everyApiSaysRedisIs, sellThrough } from "../faults/outage.ts";
import { kill } from "../faults/kill.ts";
import type { Scenario } from "../scenario.ts";

export const redisGone: Scenario = {
  name: "redis-gone",
  shows:
    "Redis is away for the whole time: the shop sells on, watchers are told by polling, then all recovers",
  async act(scene) {
    const { shop, crowd, kills, seconds, signal } = scene;
    shop.stack.bar("redis");
    kills.push(await kill(shop, crowd.tally, "redis"));
    const noticed = await eventually(
      "the APIs say that Redis is down, and stay ready",
      () => everyApiSaysRedisIs(scene, "down"),
      signal,
    );
    const sold = await sellThrough(scene, seconds, "without Redis");
    shop.stack.letBack("redis", {});
    const recovered = await eventually(
      "the APIs have Redis back",
      () => everyApiSaysRedisIs(scene, "up"),
      signal,
    );
    return [noticed, ...sold, recovered];
  },
};
