/**
 * Takes from the log what an endpoint is to be sent: what happens now, beside it what is to be sent again, and kinds of events that it
 * keeps refusing, each at a place of its own.
 */
import {
  beginDetour,
  cursorOf,
  DomainError,
  endDetour,
  enqueue,
  parseCursor,
  toCloudEvent,
  type ClaimedDelivery,
  type Endpoint,
  type LoggedEvent,
  type QueueStep,
} from "@meridian/api/server.ts";
import { setTimeout as delay } from "node:timers/promises";
import type { Delivering } from "./delivering.ts";
import { typesOf, typesOutside } from "./kinds.ts";

const pageSize = 100;
/** A place that moved this far without an event for the endpoint is written down. */
const writeAfter = 1_000;
const failedPauseMs = 1_000;

type Replay = NonNullable<Endpoint["replay"]>;

type Hooks = {
  /** For how many more there is room of those with their bodies. */
  inHand(): number;
  /** How many wait or are on their way, by kind. */
  waiting(): ReadonlyMap<string, number>;
  onDeliveries(deliveries: ClaimedDelivery[]): void;
};

type Read = { events: readonly LoggedEvent[]; end: number; hasMore: boolean };

export class FeedReader {
  readonly #delivering: Delivering;
  readonly #hooks: Hooks;
  #endpoint: Endpoint;
  /** As the queue's row has it. */
  #written: number;
  /** How far the log was looked through. */
  #position: number;
  #replay: Replay | null;
  /** By kind: how far the log was looked through for it. */
  readonly #detours: Map<string, number>;
  /** A replay that has come to its end; the endpoint as it was read may still name it. */
  #replayed = 0;
  #isStopped = false;
  #isLost = false;
  #ended: Promise<void> | undefined;
  #wake = new AbortController();
  #makeRoom = () => {};

  constructor(endpoint: Endpoint, delivering: Delivering, hooks: Hooks) {
    this.#endpoint = endpoint;
    this.#delivering = delivering;
    this.#hooks = hooks;
    this.#written = endpoint.position;
    this.#position = endpoint.position;
    this.#replay = endpoint.replay;
    this.#detours = new Map(endpoint.detours.map(({ kind, position }) => [kind, position]));
  }

  start(): void {
    this.#ended = this.#run();
  }

  /** Resolves when the step under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#makeRoom();
    this.#wake.abort();
    await this.#ended;
  }

  update(endpoint: Endpoint): void {
    const hasOtherTypes = String(endpoint.types) !== String(this.#endpoint.types);
    const { replay } = endpoint;
    const hasNewReplay = this.#replay === null && replay !== null && replay.id > this.#replayed;
    if (hasNewReplay) this.#replay = replay;
    this.#endpoint = endpoint;
    if (hasOtherTypes || hasNewReplay) this.#wake.abort();
  }

  /** The queue is somebody else's, or was set anew by its owner. */
  get isLost(): boolean {
    return this.#isLost;
  }

  roomMade(): void {
    const detour = this.#nextDetour();
    if (detour !== undefined) this.#wake.abort();
    if (detour !== undefined || this.#room() >= pageSize) this.#makeRoom();
  }

  /** For how many more deliveries, beside those of detours. */
  #room(): number {
    let waiting = 0;
    for (const [kind, count] of this.#hooks.waiting()) {
      if (!this.#detours.has(kind)) waiting += count;
    }
    return Math.min(this.#hooks.inHand(), this.#delivering.maxWaiting - waiting);
  }

  /** For how many more of a kind. Less than made its detour necessary, so that it does not begin and end all the time. */
  #roomFor(kind: string): number {
    const waiting = this.#hooks.waiting().get(kind) ?? 0;
    return Math.min(this.#hooks.inHand(), this.#delivering.maxWaiting / 2 - waiting);
  }

  /** One that has room and is not ahead of the queue. */
  #nextDetour(): [kind: string, position: number] | undefined {
    return [...this.#detours].find(
      ([kind, position]) => position <= this.#position && this.#roomFor(kind) >= pageSize,
    );
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      try {
        const detour = this.#nextDetour();
        if (detour !== undefined) await this.#goOnDetour(...detour);
        if (this.#room() < pageSize && !(await this.#makeDetour())) {
          if (detour === undefined) await new Promise<void>((done) => (this.#makeRoom = done));
          continue;
        }
        // What is sent again is of any kind.
        const replay = this.#detours.size === 0 ? this.#replay : null;
        if (replay !== null) await this.#goOnReplaying(replay);
        const hasRead = await this.#goOn();
        if (detour === undefined && replay === null && !hasRead) await this.#waitForNews();
      } catch (err) {
        if (this.#isStopped) return;
        this.#delivering.log.warn(
          { err, webhookId: this.#endpoint.webhookId },
          "webhooks: the log could not be read",
        );
        await delay(failedPauseMs);
      }
    }
  }

  async #waitForNews(): Promise<void> {
    this.#wake = new AbortController();
    // Asked after the controller is new: a change between would otherwise be slept through.
    if (this.#isStopped || (this.#replay !== null && this.#detours.size === 0)) return;
    const after = cursorOf(this.#delivering.feed.epoch, this.#position);
    const query = { after, types: this.#types };
    const isOpen = await this.#delivering.feed.next(query, this.#wake.signal);
    if (!isOpen) this.#isStopped = true;
  }

  /** Of the queue: all but those that have a detour. */
  get #types(): string[] | undefined {
    const { types } = this.#endpoint;
    return this.#detours.size === 0 ? (types ?? undefined) : typesOutside(this.#detours, types);
  }

  /** Where one kind makes up half of what waits, and others are wanted, too: it is not to hold them up. */
  async #makeDetour(): Promise<boolean> {
    const { db, maxWaiting } = this.#delivering;
    const { types } = this.#endpoint;
    const found = [...this.#hooks.waiting()].find(
      ([kind, count]) => !this.#detours.has(kind) && count >= maxWaiting / 2,
    );
    if (found === undefined) return false;
    const [kind] = found;
    const position = this.#position;
    const detours = new Map([...this.#detours, [kind, position] as const]);
    if (typesOutside(detours, types).length === 0) return false;
    if (!(await beginDetour(db, this.#endpoint, { kind, position }))) this.#lose();
    this.#detours.set(kind, position);
    return true;
  }

  async #goOnDetour(kind: string, from: number): Promise<void> {
    if (from < this.#position) {
      const { events, end } = await this.#read(from, typesOf(kind, this.#endpoint.types));
      const to = Math.min(end, this.#position);
      const wanted = events.filter(({ position }) => position <= to);
      await this.#take(wanted, { of: { detour: kind }, from, to, isEnd: false });
      this.#detours.set(kind, to);
      if (to < this.#position) return;
    }
    const step = { kind, from: this.#written, to: this.#position };
    if (!(await endDetour(this.#delivering.db, this.#endpoint, step))) return this.#lose();
    this.#written = this.#position;
    this.#detours.delete(kind);
  }

  /** Takes the next events of the log in hand. False: there are none yet. */
  async #goOn(): Promise<boolean> {
    const { events, end, hasMore } = await this.#read(this.#position, this.#types);
    const isWritten = events.length > 0 || end - this.#written >= writeAfter;
    if (isWritten) {
      await this.#take(events, { of: "queue", from: this.#written, to: end, isEnd: false });
      this.#written = end;
    }
    // What could not be taken in hand is read again.
    this.#position = end;
    return isWritten || hasMore;
  }

  async #goOnReplaying(replay: Replay): Promise<true> {
    const { events, end } = await this.#read(replay.position, this.#types);
    const isEnd = end >= replay.until;
    const wanted = events.filter(({ position }) => position <= replay.until);
    const step = { of: { replay: replay.id }, from: replay.position, to: end, isEnd };
    await this.#take(wanted, step);
    if (isEnd) this.#replayed = replay.id;
    this.#replay = isEnd ? null : { ...replay, position: end };
    return true;
  }

  async #take(
    events: readonly LoggedEvent[],
    step: Omit<QueueStep, "webhookId" | "token">,
  ): Promise<void> {
    const { db, source } = this.#delivering;
    const { webhookId, token } = this.#endpoint;
    const cloudEvents = events.map((event) => toCloudEvent(event, source));
    const deliveries = await enqueue(db, { ...step, webhookId, token }, cloudEvents);
    if (deliveries === null) return this.#lose();
    this.#hooks.onDeliveries(deliveries);
  }

  #lose(): void {
    this.#isLost = true;
    this.#isStopped = true;
  }

  async #read(position: number, types: string[] | undefined): Promise<Read> {
    const { feed, log } = this.#delivering;
    const page = async (after: string | undefined) => {
      const { events, cursor, hasMore } = await feed.page({
        after,
        types,
        limit: pageSize,
      });
      return { events, end: parseCursor(cursor).position, hasMore };
    };
    try {
      return await page(cursorOf(feed.epoch, position));
    } catch (error) {
      if (!(error instanceof DomainError && error.reason === "events.cursor_gone")) throw error;
      log.warn(
        { webhookId: this.#endpoint.webhookId, position },
        "webhooks: events were trimmed before they were sent",
      );
      return await page(undefined);
    }
  }
}
