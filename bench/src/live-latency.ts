import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import { restPath, writeStockFrames } from "./live/stock-frames.ts";
import { openWatchers } from "./live/watchers.ts";
import { median, percentile } from "./measure.ts";
import { withShop } from "./shop.ts";

const watcherCount = 1_000;
const writes = 200;
/** Until what runs once per write is as fast as in a shop that has been open for a while. */
const warmUps = 500;
const warmUpPauseMs = 30;
const pauseMs = 100;

export const liveLatency: Bench = {
  name: "live-latency",
  shows: `from the commit of a write to the frame of the last of ${watcherCount} watchers`,
  bars: [
    { of: "p50 ms", atMost: 25 },
    { of: "p99 ms", atMost: 80 },
  ],
  run: () =>
    withShop({ hasDemo: false }, async (shop) => {
      const [api] = shop.apis;
      if (!api) throw new Error("the shop has no API");
      const frames = writeStockFrames(shop);
      const watchers = await openWatchers(api.url, restPath, watcherCount);
      await delay(1_000);
      const first: number[] = [];
      const last: number[] = [];
      for (let write = -warmUps; write < writes; write++) {
        let arrived = 0;
        let firstAt = 0;
        const all = new Promise<number>((resolve) => {
          watchers.onFrame(() => {
            arrived += 1;
            if (arrived === 1) firstAt = performance.now();
            if (arrived === watcherCount) resolve(performance.now());
          });
        });
        await frames.change();
        const committed = performance.now();
        const lastAt = await Promise.race([all, delay(5_000, Number.NaN)]);
        if (Number.isNaN(lastAt)) throw new Error(`${arrived} of ${watcherCount} got the frame`);
        if (write >= 0) {
          first.push(firstAt - committed);
          last.push(lastAt - committed);
        }
        await delay(write < 0 ? warmUpPauseMs : pauseMs);
      }
      watchers.close();
      await frames.close();
      return {
        figures: {
          "first watcher p50 ms": median(first),
          "p50 ms": median(last),
          "p99 ms": percentile(last, 0.99),
        },
        ratios: {},
        conditions: { watcherCount, writes, pauseMs },
      };
    }),
};
