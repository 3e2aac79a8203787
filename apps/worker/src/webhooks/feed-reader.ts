/** Takes from the log what an endpoint is to be sent: what happens now, and beside it what is to be sent again. */
import {
  cursorOf,
  DomainError,
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

const pageSize = 100;
/** A place that moved this far without an event for the endpoint is written down. */
const writeAfter = 1_000;
const failedPauseMs = 1_000;

type Replay = NonNullable<Endpoint["replay"]>;

type Hooks = {
  /** For how many more deliveries. */
  room(): number;
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
    if (this.#hooks.room() >= pageSize) this.#makeRoom();
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      try {
        if (this.#hooks.room() < pageSize) {
          await new Promise<void>((resolve) => (this.#makeRoom = resolve));
          continue;
        }
        const hasReplayed = this.#replay !== null && (await this.#goOnReplaying(this.#replay));
        const hasRead = await this.#goOn();
        if (!hasReplayed && !hasRead) await this.#waitForNews();
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
    if (this.#isStopped || this.#replay !== null) return;
    const after = cursorOf(this.#delivering.feed.epoch, this.#position);
    const query = { after, types: this.#types };
    const isOpen = await this.#delivering.feed.next(query, this.#wake.signal);
    if (!isOpen) this.#isStopped = true;
  }

  get #types(): string[] | undefined {
    return this.#endpoint.types ?? undefined;
  }

  /** Takes the next events of the log in hand. False: there are none yet. */
  async #goOn(): Promise<boolean> {
    const { events, end, hasMore } = await this.#read(this.#position);
    const isWritten = events.length > 0 || end - this.#written >= writeAfter;
    if (isWritten) {
      await this.#take(events, { replayId: null, from: this.#written, to: end, isEnd: false });
      this.#written = end;
    }
    // What could not be taken in hand is read again.
    this.#position = end;
    return isWritten || hasMore;
  }

  async #goOnReplaying(replay: Replay): Promise<true> {
    const { events, end } = await this.#read(replay.position);
    const isEnd = end >= replay.until;
    const wanted = events.filter(({ position }) => position <= replay.until);
    const step = { replayId: replay.id, from: replay.position, to: end, isEnd };
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
    if (deliveries !== null) return this.#hooks.onDeliveries(deliveries);
    this.#isLost = true;
    this.#isStopped = true;
  }

  async #read(position: number): Promise<Read> {
    const { feed, log } = this.#delivering;
    const page = async (after: string | undefined) => {
      const { events, cursor, hasMore } = await feed.page({
        after,
        types: this.#types,
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
