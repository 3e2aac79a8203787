/**
 * One endpoint's queue in the hands of this worker. It takes what the log has for it in hand, a bounded part at a
 * time, and sends it: subjects beside one another, each in its order. How an endpoint fares shows in its
 * own queue alone.
 */
import {
  findBody,
  type ClaimedDelivery,
  type Endpoint,
  type Outcome,
  type QueueLease,
} from "@meridian/api/server.ts";
import { setTimeout as delay } from "node:timers/promises";
import type { Delivering } from "./delivering.ts";
import { FeedReader } from "./feed-reader.ts";
import { judge } from "./judge.ts";
import { SubjectLanes } from "./subject-lanes.ts";

/** In hand at most; the rest waits in the log. */
const maxInHand = 1_000;
/** On their way at once. */
const concurrency = 32;
/** So many failures in a row, and the endpoint is asked no more often than this at once until it answers again. */
const failingAfter = 5;
const failingConcurrency = 2;
const writePauseMs = 1_000;

export class EndpointQueue {
  readonly #delivering: Delivering;
  readonly #lanes = new SubjectLanes(maxInHand, () => this.#pump());
  readonly #reader: FeedReader;
  #endpoint: Endpoint;
  #onItsWay = 0;
  #failures = 0;
  #isDraining = false;
  /** It has answered 410. */
  #isGone = false;
  #whenIdle = () => {};
  readonly #stop = new AbortController();

  constructor(endpoint: Endpoint, delivering: Delivering) {
    this.#endpoint = endpoint;
    this.#delivering = delivering;
    this.#reader = new FeedReader(endpoint, delivering, {
      inHand: () => maxInHand - this.#lanes.inHand,
      waiting: () => this.#lanes.sizes,
      onDeliveries: (deliveries) => this.take(deliveries),
    });
  }

  get lease(): QueueLease {
    const { webhookId, token } = this.#endpoint;
    return { webhookId, token };
  }

  get shard(): number {
    return this.#endpoint.shard;
  }

  /** To be given up: it is gone, was set anew by its owner, or another worker has it. */
  get isLost(): boolean {
    return this.#isGone || this.#reader.isLost;
  }

  get size(): number {
    return this.#lanes.size;
  }

  get isFailing(): boolean {
    return this.#failures >= failingAfter;
  }

  /** What its owner has changed since. */
  update(endpoint: Endpoint): void {
    this.#endpoint = endpoint;
    this.#reader.update(endpoint);
  }

  take(deliveries: readonly ClaimedDelivery[]): void {
    for (const delivery of deliveries) this.#lanes.add(delivery);
  }

  /** Begins to take from the log: what earlier holders left is in hand. */
  start(): void {
    this.#reader.start();
  }

  /** Begins nothing more. Resolves when what is on its way has arrived, or was given up after `patienceMs`. */
  async drain(patienceMs: number): Promise<void> {
    this.#isDraining = true;
    await this.#reader.stop();
    if (this.#onItsWay > 0) {
      const giveUp = setTimeout(() => this.#stop.abort(), patienceMs);
      await new Promise<void>((resolve) => (this.#whenIdle = resolve));
      clearTimeout(giveUp);
    }
    this.#lanes.clear();
  }

  #pump(): void {
    const limit = this.isFailing ? failingConcurrency : concurrency;
    while (!this.#isDraining && !this.#isGone && this.#onItsWay < limit) {
      const delivery = this.#lanes.next();
      if (delivery === undefined) return;
      this.#onItsWay += 1;
      void this.#deliver(delivery)
        .catch((err: unknown) => this.#delivering.log.error({ err }, "webhooks: a delivery failed"))
        .finally(() => {
          this.#onItsWay -= 1;
          if (this.#onItsWay === 0) this.#whenIdle();
          this.#pump();
        });
    }
  }

  async #deliver(delivery: ClaimedDelivery): Promise<void> {
    const { db, sender, metrics, settle } = this.#delivering;
    const { token } = this.#endpoint;
    const { seq } = delivery;
    const body = delivery.body ?? (await this.#insist(() => findBody(db, { seq, token })));
    if (body === undefined) return this.#lanes.settled(delivery);
    const message = { id: delivery.eventId, body };
    const at = new Date().toISOString();
    const answer = await sender.send(this.#endpoint, message, this.#stop.signal);
    // Given up at a stop: it was not tried, and is the next holder's.
    if (this.#stop.signal.aborted && answer.status === null) return;
    const verdict = judge(answer, delivery.attempts + 1);
    metrics.webhookAttempt(verdict, answer.durationMs, { attempts: delivery.attempts, body });
    this.#isGone ||= verdict.isGone;
    this.#failures = verdict.state === "delivered" ? 0 : this.#failures + 1;
    const { status, error, response, durationMs } = answer;
    const attempt = { at, durationMs, status, error, response };
    const { state, pauseSeconds } = verdict;
    // What was delivered must not be sent again because the database was away for a moment.
    await this.#insist(() => settle({ seq, token, state, pauseSeconds, attempt }));
    if (verdict.isGone) await this.#delivering.disable(this.#endpoint.webhookId);
    this.#move(delivery, verdict);
  }

  /** Until it works, or the queue is given up. */
  async #insist<T>(work: () => Promise<T>): Promise<T | undefined> {
    while (!this.#stop.signal.aborted) {
      try {
        return await work();
      } catch (err) {
        const { log } = this.#delivering;
        const { webhookId } = this.#endpoint;
        log.warn({ err, webhookId }, "webhooks: a delivery could not be read or written down");
        await delay(writePauseMs);
      }
    }
  }

  #move(delivery: ClaimedDelivery, verdict: Pick<Outcome, "state" | "pauseSeconds">): void {
    delivery.attempts += 1;
    if (verdict.state === "pending") this.#lanes.retry(delivery, verdict.pauseSeconds * 1000);
    else this.#lanes.settled(delivery);
    this.#reader.roomMade();
  }
}
