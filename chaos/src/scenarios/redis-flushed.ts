import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "@upstash/redis";
import { check } from "../check.ts";
import { sellThrough } from "../faults/outage.ts";
import type { Scenario } from "../scenario.ts";

export const redisFlushed: Scenario = {
  name: "redis-flushed",
  shows: "Redis is emptied again and again: nothing that counts was only there",
  async act(scene) {
    const { shop, seconds, signal } = scene;
    const { env, ports } = shop.stack.context;
    const url = `http://127.0.0.1:${ports.gateway}`;
    const redis = new Redis({ url, token: env["UPSTASH_REDIS_REST_TOKEN"] ?? "" });
    let flushes = 0;
    const over = new AbortController();
    const flushing = (async () => {
      while (!over.signal.aborted) {
        await redis.flushall();
        flushes++;
        await sleep(500, undefined, { signal });
      }
    })();
    const sold = await sellThrough(scene, seconds, "while Redis is emptied");
    over.abort();
    await flushing;
    return [...sold, check("Redis was emptied", "other", flushes === 0 ? ["never"] : [])];
  },
};
