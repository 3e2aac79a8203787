import {
  LogPublisher,
  nudgeChannel,
  openRelaySeat,
  readHead,
  subscribeForGood,
  type RelaySeat,
} from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { Redis } from "@upstash/redis";
import type { Logger } from "pino";
import { createBell } from "./bell.ts";
import type { Metrics } from "./metrics.ts";
import { repeat, type Repetition } from "./repeat.ts";

/** Of one shard, in one statement. */
const batchSize = 250;
/** The safety net when a nudge is lost: what a change waits at most with Redis gone. */
const pollMs = 40;
/** After a batch the next is let grow: a statement costs the same for one event as for ten. */
const gatherMs = 4;
/** How often workers look who is there: with the patience for one that hangs, the time without a leader. */
const settleMs = 250;
const heartbeatMs = 1_000;
const silenceMs = 3_000;

/** Outbox -> log -> Redis, for the shards that this process leads; it shares them with the other workers. */
export function startRelay(deps: {
  db: Database;
  databaseUrl: string;
  redis: Redis;
  log: Logger;
  metrics: Metrics;
  /** Told of the shards that this process leads, each time they are settled. */
  onLeading?: (led: readonly number[]) => void;
}): Repetition {
  const { db, redis, log, metrics, onLeading = () => {} } = deps;
  let isStopped = false;
  const bell = createBell();
  const nudges = subscribeForGood(redis, nudgeChannel, {
    silenceMs,
    log,
    onMessage: () => bell.ring(),
    onSilence: () => {},
  });

  const settle = async (seat: RelaySeat) => {
    const { led, taken } = await seat.settle();
    metrics.showLeadership(led, taken);
    onLeading(led);
    if (taken.length > 0) log.info({ led, taken }, "relay: leading");
    return led.length > 0;
  };

  const relay = async (seat: RelaySeat, publisher: LogPublisher) => {
    let settledAt = -Infinity;
    let isLeading = false;
    while (!isStopped) {
      if (performance.now() - settledAt >= settleMs) {
        isLeading = await settle(seat);
        settledAt = performance.now();
      }
      const appended = isLeading ? await seat.move(batchSize) : null;
      if (appended === null) {
        await bell.wait(isLeading ? pollMs : settleMs);
        continue;
      }
      metrics.relayed.inc(appended.last - appended.first + 1);
      publisher.publish(appended);
      await new Promise((resolve) => setTimeout(resolve, gatherMs));
    }
  };

  const relaying = repeat("relay", settleMs, log, async () => {
    const head = (await readHead(db)).position;
    const seat = await openRelaySeat(deps.databaseUrl);
    const publisher = new LogPublisher({ db, redis, log, head });
    const heartbeat = setInterval(() => publisher.heartbeat(), heartbeatMs);
    try {
      await relay(seat, publisher);
    } finally {
      clearInterval(heartbeat);
      metrics.showLeadership([], []);
      onLeading([]);
      await seat.close();
    }
    return false;
  });
  return {
    async stop() {
      isStopped = true;
      bell.ring();
      nudges.close();
      await relaying.stop();
    },
  };
}
