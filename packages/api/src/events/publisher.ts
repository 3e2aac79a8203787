/**
 * Tells every process what the relay appended: one PUBLISH at a time, in order; what comes meanwhile
 * is the next message. When Redis can't keep up or is gone, only the head is told, and followers
 * read the rest from the log: the relay itself never waits for Redis.
 */
import type { Redis } from "@upstash/redis";
import type { Log } from "../kernel/context.ts";
import { liveChannel, nudgeChannel } from "../kernel/redis.ts";
import type { LoggedEvent } from "./log.ts";

const maxEventsPerMessage = 500;

export class LogPublisher {
  #head: number;
  #waiting: LoggedEvent[] = [];
  #isSending = false;
  #isWanted = false;
  readonly #redis: Redis;
  readonly #log: Log;

  constructor(deps: { redis: Redis; log: Log; head: number }) {
    this.#redis = deps.redis;
    this.#log = deps.log;
    this.#head = deps.head;
  }

  publish(events: readonly LoggedEvent[]): void {
    this.#head = events.at(-1)?.position ?? this.#head;
    this.#waiting.push(...events);
    if (this.#waiting.length > maxEventsPerMessage) this.#waiting = [];
    this.#send();
  }

  /** Keeps subscriptions known to be alive, and lets a follower that missed the last message find out. */
  heartbeat(): void {
    this.#send();
    this.#redis.publish(nudgeChannel, "heartbeat").catch(() => {});
  }

  #send(): void {
    this.#isWanted = true;
    if (this.#isSending) return;
    this.#isSending = true;
    void this.#drain().finally(() => {
      this.#isSending = false;
    });
  }

  async #drain(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      const events = this.#waiting;
      this.#waiting = [];
      const message = JSON.stringify({ head: this.#head, events });
      await this.#redis
        .publish(liveChannel, message)
        .catch((err: unknown) => this.#log.debug({ err }, "live: publish failed"));
    }
  }
}
