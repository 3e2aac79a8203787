/**
 * Follows the event log, position by position. Redis makes it fast, Postgres makes it true: a message
 * that does not continue where the follower stands means that something was missed, and the missing
 * part is read from the log. Without Redis the follower polls. So it never has a silent gap.
 */
import type { Database } from "@meridian/db/client.ts";
import type { Redis } from "@upstash/redis";
import type { Log } from "../kernel/context.ts";
import { liveChannel, subscribeForGood, type Subscription } from "../kernel/redis.ts";
import { isOutboxStalled, readHead, readLog, type LoggedEvent } from "./log.ts";
import type { LiveMessage } from "./publisher.ts";

const silenceMs = 3_000;
const pollMs = 250;
const pageSize = 1_000;
/** How long a message waits for those before it: several workers publish, and theirs cross on the way. */
const crossingMs = 25;
/** More than this can't be a crossing. */
const maxEarly = 50;
/** How long events may wait for a relay before what is shown counts as old. */
const stallAfterSeconds = 5;

/** What one process does with the log: streams, caches. It is called at once and in order, and never waited for. */
export type LogListener = {
  onEvents(events: readonly LoggedEvent[]): void;
  /** The part of the log behind our position was trimmed: what was derived from events must start over. */
  onGap(): void;
  /** Nobody relays: the shop sells on, and what was told or kept grows old unnoticed. */
  onStall(): void;
};

export class LogFollower {
  #epoch = "";
  #position = 0;
  #catchUp: Promise<void> | undefined;
  #isCatchUpWanted = false;
  /** Messages whose time has not come. */
  #early: (readonly LoggedEvent[])[] = [];
  #crossing: NodeJS.Timeout | undefined;
  /** How far the log is known to go. */
  #head = 0;
  #subscription: Subscription | undefined;
  #polling: NodeJS.Timeout | undefined;
  #isStalled = false;
  readonly #db: Database;
  readonly #redis: Redis;
  readonly #log: Log;
  readonly #listeners = new Set<LogListener>();

  constructor(deps: { db: Database; redis: Redis; log: Log }) {
    this.#db = deps.db;
    this.#redis = deps.redis;
    this.#log = deps.log;
  }

  /** From now on the listener gets every event. Returns how to end it. */
  subscribe(listener: LogListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get epoch(): string {
    return this.#epoch;
  }

  /** All events up to here were handed on. */
  get position(): number {
    return this.#position;
  }

  /** Changes wait that nobody tells of. */
  get isStalled(): boolean {
    return this.#isStalled;
  }

  get isPolling(): boolean {
    return this.#polling !== undefined;
  }

  /** What happens anywhere reaches this process within moments, and nothing of it is known to be missing. */
  get isCurrent(): boolean {
    return (
      this.#subscription !== undefined &&
      this.#polling === undefined &&
      this.#catchUp === undefined &&
      !this.#isStalled
    );
  }

  /** Begins at the end of the log. Polls until Redis is heard. */
  async start(): Promise<void> {
    const head = await readHead(this.#db);
    this.#epoch = head.epoch;
    this.#position = head.position;
    this.#startPolling();
    this.#subscription = subscribeForGood(this.#redis, liveChannel, {
      silenceMs,
      log: this.#log,
      onMessage: (message) => this.#receive(message as LiveMessage),
      onSilence: () => this.#startPolling(),
    });
  }

  stop(): void {
    clearTimeout(this.#crossing);
    this.#subscription?.close();
    this.#subscription = undefined;
    this.#stopPolling();
  }

  /** Brings the follower to the end of the log as it is now. */
  catchUp(): Promise<void> {
    if (this.#catchUp !== undefined) {
      this.#isCatchUpWanted = true;
      return this.#catchUp;
    }
    this.#catchUp = this.#readOn()
      .catch((err: unknown) => this.#log.warn({ err }, "event log could not be read"))
      .finally(() => {
        this.#catchUp = undefined;
      });
    return this.#catchUp;
  }

  #receive(message: LiveMessage): void {
    this.#stopPolling();
    this.#head = Math.max(this.#head, message.head);
    if (message.events.length > 0) this.#early.push(message.events);
    if (this.#catchUp === undefined) this.#goOn();
    if (this.#head <= this.#position) return;
    if (this.#early.length > maxEarly) void this.catchUp();
    else this.#crossing ??= setTimeout(() => this.#endCrossing(), crossingMs);
  }

  #endCrossing(): void {
    this.#crossing = undefined;
    if (this.#head > this.#position) void this.catchUp();
  }

  /** Hands on the messages that continue where we stand. */
  #goOn(): void {
    for (;;) {
      const next = this.#early.findIndex(
        ([first]) => first && first.position <= this.#position + 1,
      );
      if (next < 0) return;
      this.#advance(this.#early.splice(next, 1)[0] ?? []);
    }
  }

  #advance(events: readonly LoggedEvent[]): void {
    const fresh = events.filter((event) => event.position > this.#position);
    const last = fresh.at(-1);
    if (last === undefined) return;
    this.#position = last.position;
    this.#tell((listener) => listener.onEvents(fresh));
  }

  /** One listener's defect must not keep the log from the others. */
  #tell(call: (listener: LogListener) => void): void {
    for (const listener of this.#listeners) {
      try {
        call(listener);
      } catch (err) {
        this.#log.error({ err }, "a listener of the event log failed");
      }
    }
  }

  async #readOn(): Promise<void> {
    do {
      this.#isCatchUpWanted = false;
      const known = this.#head;
      const events = await readLog(this.#db, this.#position, pageSize);
      const first = events[0];
      if (first !== undefined && first.position > this.#position + 1) {
        this.#tell((listener) => listener.onGap());
      }
      this.#advance(events);
      this.#goOn();
      if (events.length === pageSize) this.#isCatchUpWanted = true;
      // What was promised and is not there is not waited for: the log may have been restored.
      else if (this.#head === known) this.#head = this.#position;
    } while (this.#isCatchUpWanted);
  }

  async #poll(): Promise<void> {
    await this.catchUp();
    const wasStalled = this.#isStalled;
    this.#isStalled = await isOutboxStalled(this.#db, stallAfterSeconds).catch(() => wasStalled);
    if (this.#isStalled && !wasStalled) this.#tell((listener) => listener.onStall());
  }

  #startPolling(): void {
    if (this.#polling !== undefined) return;
    this.#log.info({}, "live: following the log by polling");
    this.#polling = setInterval(() => void this.#poll(), pollMs).unref();
  }

  #stopPolling(): void {
    if (this.#polling === undefined) return;
    clearInterval(this.#polling);
    this.#polling = undefined;
    this.#isStalled = false;
    this.#log.info({}, "live: following the log by Redis");
  }
}
