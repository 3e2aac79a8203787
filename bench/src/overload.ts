import { execFile } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Bench, BenchResult } from "./bench.ts";
import { median, percentile } from "./measure.ts";
import type { Order } from "./overload/crowd.ts";
import type { Tally } from "./overload/shopper.ts";
import { stockUp } from "./shelf.ts";
import { withShop, type Shop } from "./shop.ts";

const callers = [24, 64] as const;
const times = 3;
const rounds = 3;
/**
 * Until as many have begun as come to an end: at first the shop is empty, many more get in than can be served to the order,
 * and come back until they are.
 */
const warmUpMs = 30_000;
const durationMs = 12_000;
const probeEveryMs = 100;
const crowd = fileURLToPath(new URL("overload/crowd.ts", import.meta.url));

export const overload: Bench = {
  name: "overload",
  shows: `useful answers and orders per second under ${times}x the load that the shop can serve, against its peak`,
  bars: [
    { of: "useful answers under overload / peak", atLeast: 0.9 },
    { of: "orders under overload / peak", atLeast: 0.9 },
    { of: "p99 of what was let in / p99 at the peak", atMost: 2 },
    { of: "health probes not answered 200", atMost: 0 },
    { of: "answers that were neither as wanted nor 503", atMost: 0 },
  ],
  run: () => withShop({}, measure),
};

type Seen = Tally & { shoppers: number };
type Round = { peak: Seen; over: Seen };

async function measure(shop: Shop): Promise<BenchResult> {
  const shelf = await stockUp(shop);
  const url = shop.apis[0]?.url ?? "";
  const found: Round[] = [];
  let probes = { sent: 0, failed: 0 };
  await send({ shelf, load: { callers: 16 }, warmUpMs: 0, durationMs: 5_000 });
  for (let round = 0; round < rounds; round++) {
    const peaks: Seen[] = [];
    for (const count of callers) {
      peaks.push(await send({ shelf, load: { callers: count }, warmUpMs: 1_000, durationMs }));
    }
    const peak = peaks.reduce((best, one) => (one.useful > best.useful ? one : best));
    const perSecond = (times * peak.shoppers * 1000) / (peak.end - peak.begin + 1_000);
    const over = send({ shelf, load: { perSecond }, warmUpMs, durationMs });
    probes = await probe(url, over, probes);
    found.push({ peak, over: await over });
    // Those who were told to come back do not belong to the next peak.
    await delay(1_000);
  }
  return resultOf(found, probes);
}

let firstNumber = 0;

async function send(order: Omit<Order, "firstNumber">): Promise<Seen> {
  firstNumber += 1_000_000;
  const argument = JSON.stringify({ ...order, firstNumber });
  const options = { maxBuffer: 256 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, [crowd, argument], options);
  return JSON.parse(stdout) as Seen;
}

/** Asks whether the API lives and is ready, as an orchestrator does, for as long as the crowd is there. */
async function probe(
  url: string,
  until: Promise<unknown>,
  before: { sent: number; failed: number },
) {
  const count = { ...before };
  let isOver = false;
  void until.finally(() => (isOver = true));
  while (!isOver) {
    for (const path of ["/healthz", "/readyz"]) {
      const signal = AbortSignal.timeout(2_000);
      const isGreen = await fetch(url + path, { signal }).then(
        ({ ok }) => ok,
        () => false,
      );
      count.sent += 1;
      if (!isGreen) count.failed += 1;
    }
    await delay(probeEveryMs);
  }
  return count;
}

function resultOf(found: Round[], probes: { sent: number; failed: number }): BenchResult {
  const seconds = durationMs / 1000;
  const of = (pick: (round: Round) => number) => median(found.map(pick));
  const failures = found.flatMap(({ peak, over }) => [
    ...Object.values(peak.failed),
    ...Object.values(over.failed),
  ]);
  return {
    figures: {
      "useful answers/s at the peak": of(({ peak }) => peak.useful / seconds),
      "useful answers/s under overload": of(({ over }) => over.useful / seconds),
      "orders/s at the peak": of(({ peak }) => peak.orders / seconds),
      "orders/s under overload": of(({ over }) => over.orders / seconds),
      "p99 at the peak, ms": of(({ peak }) => percentile(peak.latenciesMs, 0.99)),
      "p99 of what was let in, ms": of(({ over }) => percentile(over.latenciesMs, 0.99)),
      "shoppers/s that came": of(({ over }) => over.shoppers / (seconds + warmUpMs / 1000)),
      "shoppers/s turned away": of(({ over }) => over.turnedAway / seconds),
      "shoppers/s lost on the way": of(({ over }) => over.lost / seconds),
      "requests/s refused": of(({ over }) => over.refused / seconds),
      "health probes": probes.sent,
      "health probes not answered 200": probes.failed,
      "answers that were neither as wanted nor 503": failures.reduce((sum, n) => sum + n, 0),
    },
    ratios: {
      "useful answers under overload / peak": of(({ peak, over }) => over.useful / peak.useful),
      "p99 of what was let in / p99 at the peak": of(
        ({ peak, over }) => percentile(over.latenciesMs, 0.99) / percentile(peak.latenciesMs, 0.99),
      ),
      "orders under overload / peak": of(({ peak, over }) => over.orders / peak.orders),
    },
    conditions: {
      "API processes": 1,
      "peak: closed loop of shoppers": callers.join(" or "),
      "overload: open loop, times the shoppers of the peak": times,
      rounds,
      "seconds each": seconds,
      statistic: "median of rounds",
      machine: "crowd, API, worker, gateway, Redis and Postgres share it",
    },
  };
}
