import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import { startRawServer } from "./live/raw-floor.ts";
import { restPath } from "./live/stock-frames.ts";
import { openWatchers } from "./live/watchers.ts";
import { residentBytes } from "./process-meter.ts";
import { withShop } from "./shop.ts";

const watcherCount = 10_000;
/** Some are opened and closed before, so that what a server needs once is not counted. */
const warmUp = 1_000;
/** Long enough for every stream to have been pinged. */
const idleMs = 16_000;

export const liveIdle: Bench = {
  name: "live-idle",
  shows: `memory of the server for each of ${watcherCount} idle watchers, against a raw server of events`,
  bars: [{ of: "memory / raw", atMost: 1.5 }],
  run: () =>
    withShop({ hasDemo: false }, async (shop) => {
      const [api] = shop.apis;
      if (!api) throw new Error("the shop has no API");
      const raw = await startRawServer();
      const rawBytes = await bytesEach(raw.pid, raw.url, "/");
      await raw.stop();
      const ownBytes = await bytesEach(api.pid, api.url, restPath);
      return {
        figures: { "raw kB each": rawBytes / 1_000, "kB each": ownBytes / 1_000 },
        ratios: { "memory / raw": ownBytes / rawBytes },
        conditions: { watcherCount, idleMs },
      };
    }),
};

async function bytesEach(pid: number, url: string, path: string): Promise<number> {
  (await openWatchers(url, path, warmUp)).close();
  await delay(2_000);
  const before = residentBytes(pid);
  const watchers = await openWatchers(url, path, watcherCount);
  await delay(idleMs);
  const bytes = (residentBytes(pid) - before) / watcherCount;
  watchers.close();
  return bytes;
}
