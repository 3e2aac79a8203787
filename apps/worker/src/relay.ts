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
import type { Metrics } from "./metrics.ts";
import { repeat, type Repetition } from "./repeat.ts";

const batchSize = 500;
/** The safety net when a nudge is lost: what a change waits at most with Redis gone. */
const pollMs = 40;
const heartbeatMs = 1_000;
const silenceMs = 3_000;
/** How often a follower tries to lead: bounds the time without a leader when one dies. */
const candidateMs = 500;

/** Outbox -> log -> Redis, as long as this process leads; else waits to take over. */
export function startRelay(deps: {
  db: Database;
  databaseUrl: string;
  redis: Redis;
  log: Logger;
  metrics: Metrics;
}): Repetition {
  const { db, redis, log, metrics } = deps;
  let isStopped = false;
  const bell = createBell();
  const nudges = subscribeForGood(redis, nudgeChannel, {
    silenceMs,
    log,
    onMessage: () => bell.ring(),
    onSilence: () => {},
  });

  const lead = async (seat: RelaySeat) => {
    log.info({}, "relay: leading");
    metrics.isLeader.set(1);
    const publisher = new LogPublisher({ redis, log, head: (await readHead(db)).position });
    const heartbeat = setInterval(() => publisher.heartbeat(), heartbeatMs);
    try {
      while (!isStopped) {
        const events = await seat.move(batchSize);
        if (events.length > 0) {
          metrics.relayed.inc(events.length);
          publisher.publish(events);
        }
        if (events.length < batchSize) await bell.wait(pollMs);
      }
    } finally {
      clearInterval(heartbeat);
      metrics.isLeader.set(0);
    }
  };

  const candidacy = repeat("relay", candidateMs, log, async () => {
    const seat = await openRelaySeat(deps.databaseUrl);
    try {
      while (!isStopped) {
        if (await seat.tryLead()) await lead(seat);
        else await bell.wait(candidateMs);
      }
    } finally {
      await seat.close();
    }
    return false;
  });
  return {
    async stop() {
      isStopped = true;
      bell.ring();
      nudges.close();
      await candidacy.stop();
    },
  };
}

/** Waits until it is rung or the time is over; a ring while nobody waits is kept for the next. */
function createBell() {
  let isRung = false;
  let wake = () => {};
  return {
    ring() {
      isRung = true;
      wake();
    },
    async wait(ms: number) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
    },
  };
}
