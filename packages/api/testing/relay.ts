/** A relay as the worker runs it, for tests of what comes behind it. */
import type { Database } from "@meridian/db/client.ts";
import type { Redis } from "@upstash/redis";
import { readHead } from "../src/events/log.ts";
import { LogPublisher } from "../src/events/publisher.ts";
import { openRelaySeat } from "../src/events/relay.ts";
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
  const seat = await openRelaySeat(databaseUrl);
  if (!(await seat.tryLead())) throw new Error("another relay leads");
  const publisher = new LogPublisher({ redis, log, head: (await readHead(db)).position });
  const heartbeat = setInterval(() => publisher.heartbeat(), 1_000);
  const relay: TestRelay = {
    isMute: false,
    async run() {
      for (;;) {
        const events = await seat.move(100);
        if (events.length === 0) return;
        if (!relay.isMute) publisher.publish(events);
      }
    },
    async close() {
      clearInterval(heartbeat);
      await seat.close();
    },
  };
  return relay;
}
