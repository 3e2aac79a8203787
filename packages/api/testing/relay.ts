/** A relay as the worker runs it, for tests of what comes behind it. */
import type { Database } from "@meridian/db/client.ts";
import type { Redis } from "@upstash/redis";
import { readHead } from "../src/events/log.ts";
import { LogPublisher } from "../src/events/publisher.ts";
import { openRelaySeat, shardCount } from "../src/events/relay.ts";
import type { Log } from "../src/kernel/context.ts";

export type TestRelay = {
  /** Moves everything that waits, and tells Redis unless the relay is mute. */
  run(): Promise<void>;
  isMute: boolean;
  close(): Promise<void>;
};

export async function startTestRelay(
  db: Database,
  databaseUrl: string,
  redis: Redis,
  log: Log,
): Promise<TestRelay> {
  // It speaks when a test says so.
  const seat = await openRelaySeat(databaseUrl, 600_000);
  if ((await seat.settle()).led.length < shardCount) throw new Error("another relay leads");
  const publisher = new LogPublisher({ db, redis, log, head: (await readHead(db)).position });
  const heartbeat = setInterval(() => publisher.heartbeat(), 1_000);
  const relay: TestRelay = {
    isMute: false,
    async run() {
      for (;;) {
        const appended = await seat.move(100);
        if (appended === null) return;
        if (!relay.isMute) publisher.publish(appended);
      }
    },
    async close() {
      clearInterval(heartbeat);
      await seat.close();
    },
  };
  return relay;
}
