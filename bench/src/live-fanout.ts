import { setTimeout as delay } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import { startRawServer } from "./live/raw-floor.ts";
import { restPath, trpcPath, writeStockFrames } from "./live/stock-frames.ts";
import { openWatchers } from "./live/watchers.ts";
import { alternately, median, percentile } from "./measure.ts";
import { cpuMs } from "./process-meter.ts";
import { withShop } from "./shop.ts";

const watcherCount = 1_000;
const framesPerSecond = 20;
const roundSeconds = 5;
const rounds = 3;

type Server = { pid: number; url: string; path: string; change(): Promise<number> };
type Round = { cpuMicros: number; p99Ms: number; received: number };

export const liveFanout: Bench = {
  name: "live-fanout",
  shows: `CPU of the server per delivery to ${watcherCount} watchers, ${framesPerSecond} frames a second, against a raw writer of one shared Buffer`,
  bars: [
    { of: "REST CPU / raw", atMost: 1.4 },
    { of: "tRPC CPU / raw", atMost: 1.4 },
  ],
  run: () =>
    withShop({ hasDemo: false }, async (shop) => {
      const [api] = shop.apis;
      if (!api) throw new Error("the shop has no API");
      const frames = writeStockFrames(shop);
      const raw = await startRawServer();
      const measure = (server: Omit<Server, "change">, change: () => Promise<number>) => () =>
        measureRound({ ...server, change });
      const results = await alternately(rounds, {
        raw: measure({ ...raw, path: "/" }, raw.change),
        rest: measure({ ...api, path: restPath }, frames.change),
        trpc: measure({ ...api, path: trpcPath }, frames.change),
      });
      await Promise.all([raw.stop(), frames.close()]);
      const of = (name: keyof typeof results, key: keyof Round) =>
        median(results[name].map((round) => round[key]));
      return {
        figures: {
          "raw µs CPU": of("raw", "cpuMicros"),
          "REST µs CPU": of("rest", "cpuMicros"),
          "tRPC µs CPU": of("trpc", "cpuMicros"),
          "raw p99 ms": of("raw", "p99Ms"),
          "REST p99 ms": of("rest", "p99Ms"),
          "tRPC p99 ms": of("trpc", "p99Ms"),
          "REST deliveries a round": of("rest", "received"),
        },
        ratios: {
          "REST CPU / raw": of("rest", "cpuMicros") / of("raw", "cpuMicros"),
          "tRPC CPU / raw": of("trpc", "cpuMicros") / of("raw", "cpuMicros"),
        },
        conditions: { watcherCount, framesPerSecond, roundSeconds, rounds, statistic: "median" },
      };
    }),
};

async function measureRound({ pid, url, path, change }: Server): Promise<Round> {
  const watchers = await openWatchers(url, path, watcherCount);
  await delay(500);
  const sentAt = new Map<number, number>();
  const latencies: number[] = [];
  watchers.onFrame((version) => {
    const sent = sentAt.get(version);
    if (sent !== undefined) latencies.push(performance.now() - sent);
  });
  const before = { cpu: cpuMs(pid), received: watchers.received() };
  const start = performance.now();
  for (let frame = 0; frame < framesPerSecond * roundSeconds; frame++) {
    const due = start + frame * (1_000 / framesPerSecond);
    await delay(Math.max(0, due - performance.now()));
    sentAt.set(await change(), performance.now());
  }
  await delay(500);
  const received = watchers.received() - before.received;
  const cpuMicros = ((cpuMs(pid) - before.cpu) * 1_000) / received;
  watchers.close();
  await delay(500);
  return { cpuMicros, p99Ms: percentile(latencies, 0.99), received };
}
