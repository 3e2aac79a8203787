import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { AnyTRPCRouter } from "@trpc/server";
import type { Logger } from "pino";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { Gate, type Rank } from "./gate.ts";
import { createRankOf } from "./rank.ts";
import { refuse } from "./refusal.ts";

const everyMs = 50;
/** So long without a refusal, and the overload is over. */
const calmMs = 5_000;

export type Admission = {
  /** Puts the gate before a server's own listener: nothing of a refused request is routed or read. */
  guard(listener: RequestListener): RequestListener;
  countIn(registry: Registry): void;
  close(): void;
};

/**
 * Lets in what can be answered in time and refuses the rest with 503 at once (docs/adr/0011). Streams that are open
 * are not touched. @param places so many requests at least are let in, however slow they are
 */
export function createAdmission(
  router: AnyTRPCRouter,
  places: number,
  log: Logger,
  times = { serviceMs: 200, patientMs: 100, pressedMs: 5, longMs: 10_000 },
): Admission {
  const gate = new Gate({ ...times, atLeast: places, now: () => performance.now() });
  const rankOf = createRankOf(router);
  const meters = createMeters(gate);
  const refused = createRefusalLog(gate, log);
  const ticking = setInterval(() => {
    gate.tick(everyMs);
    refused.tick();
  }, everyMs).unref();

  const admit = (rank: Rank, listener: RequestListener, { req, res }: Exchange) => {
    const leave = gate.enter({
      rank,
      start(waitedMs) {
        if (waitedMs > 0) meters.waits.observe(waitedMs / 1000);
        listener(req, res);
      },
      refuse() {
        meters.refusals.inc({ rank });
        refused.note();
        refuse(req, res);
      },
    });
    res.once("close", leave);
  };

  return {
    guard: (listener) => (req, res) => {
      const rank = rankOf(req);
      if (rank === undefined) listener(req, res);
      else admit(rank, listener, { req, res });
    },
    countIn(registry) {
      for (const meter of meters.all) registry.registerMetric(meter);
    },
    close: () => clearInterval(ticking),
  };
}

type Exchange = { req: IncomingMessage; res: ServerResponse };

/** Says that an overload began and that it is over, not each refusal: those are counted. */
function createRefusalLog(gate: Gate, log: Logger) {
  let count = 0;
  let lastAt = 0;
  return {
    note() {
      if (count === 0) log.warn(gate.state, "overloaded: requests are refused");
      count += 1;
      lastAt = performance.now();
    },
    tick() {
      if (count === 0 || performance.now() - lastAt < calmMs) return;
      log.info({ refused: count }, "the overload is over");
      count = 0;
    },
  };
}

function createMeters(gate: Gate) {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `meridian_http_admission_${name}`,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    });
  const refusals = new Counter({
    name: "meridian_http_admission_refused_total",
    help: "Requests that were refused for overload, by what they are worth",
    labelNames: ["rank"],
    registers: [],
  });
  const waits = new Histogram({
    name: "meridian_http_admission_wait_seconds",
    help: "Time that requests waited before they were let in, those that did not wait not counted",
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25],
    registers: [],
  });
  const all = [
    refusals,
    waits,
    gauge("limit", "Requests that may be answered at the same time", () => gate.state.limit),
    gauge("running", "Requests that are being answered", () => gate.state.running),
    gauge("paying", "Completions of checkouts under way", () => gate.state.paying),
    gauge("waiting", "Requests that wait to be let in", () => gate.state.waiting),
    gauge("loop_delay_seconds", "How late the event loop is", () => gate.state.loopDelayMs / 1000),
  ];
  return { refusals, waits, all };
}
