/**
 * Tells every process what the relay appended: one round of PUBLISH at a time, in order; what comes
 * meanwhile is the next round. When Redis can't keep up or is gone, only the head is told, and
 * followers read the rest from the log: the relay itself never waits for Redis.
 */
import type { Database } from "@meridian/db/client.ts";
import type { Redis } from "@upstash/redis";
import type { Log } from "../kernel/context.ts";
import { liveChannel, nudgeChannel } from "../kernel/redis.ts";
import { readRange, type LoggedEvent } from "./log.ts";
import type { Appended } from "./relay.ts";

const maxEventsPerRound = 500;

/** What a process hears: events that follow one another, and how far the log goes. Without events it is a heartbeat. */
export type LiveMessage = { head: number; events: LoggedEvent[] };

export class LogPublisher {
  #head: number;
  #waiting: Appended[] = [];
  #isHeadWanted = false;
  #isSending = false;
  readonly #db: Database;
  readonly #redis: Redis;
  readonly #log: Log;

  constructor(deps: { db: Database; redis: Redis; log: Log; head: number }) {
    this.#db = deps.db;
    this.#redis = deps.redis;
    this.#log = deps.log;
    this.#head = deps.head;
  }

  publish(appended: Appended): void {
    this.#head = appended.last;
    const last = this.#waiting.at(-1);
    // Where another worker appended in between, its events are its own to tell of.
    if (last !== undefined && last.last + 1 === appended.first) {
      last.last = appended.last;
      last.events = last.events && appended.events && [...last.events, ...appended.events];
    } else this.#waiting.push({ ...appended });
    this.#send();
  }

  /** Keeps subscriptions known to be alive, and lets a follower that missed the last message find out. */
  heartbeat(): void {
    this.#isHeadWanted = true;
    this.#send();
    this.#redis.publish(nudgeChannel, "heartbeat").catch(() => {});
  }

  #send(): void {
    if (this.#isSending) return;
    this.#isSending = true;
    void this.#drain()
      .catch((err: unknown) => this.#log.debug({ err }, "live: publish failed"))
      .finally(() => {
        this.#isSending = false;
        if (this.#waiting.length > 0) this.#send();
      });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0 || this.#isHeadWanted) {
      this.#isHeadWanted = false;
      const ranges = this.#waiting;
      this.#waiting = [];
      const size = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
      const messages: LiveMessage[] =
        size === 0 || size > maxEventsPerRound
          ? [{ head: this.#head, events: [] }]
          : await Promise.all(
              ranges.map(async (range) => ({
                head: range.last,
                events: range.events ?? (await readRange(this.#db, range)),
              })),
            );
      // Of one turn of the event loop: the client makes them one pipeline.
      await Promise.all(messages.map((message) => this.#redis.publish(liveChannel, message)));
    }
  }
}
