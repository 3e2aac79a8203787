/**
 * Sends webhooks, for the endpoints in the shards that this worker leads: workers share them as they share the
 * outbox. A queue that is given to another worker is given up first, when what was on its way has arrived.
 */
import {
  claimDeliveries,
  disableGone,
  EventFeed,
  gather,
  LogFollower,
  releaseQueues,
  renewQueues,
  settleDeliveries,
  sourceOf,
  takeQueues,
  type Outcome,
  type RootContext,
} from "@meridian/api/server.ts";
import type { Redis } from "@upstash/redis";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { repeat, type Repetition } from "../repeat.ts";
import type { Delivering } from "./delivering.ts";
import { EndpointQueue } from "./endpoint-queue.ts";
import { createWebhookMetrics } from "./metrics.ts";
import type { Sender } from "./sender.ts";

/** How often a worker looks for queues, tests and replays. */
const tickMs = 500;
/** A lease lasts four times as long. */
const renewEveryMs = 2_000;
/** What is on its way when a queue is given up may arrive; shorter than what is left of a lease. */
const patienceMs = 5_000;
const claimLimit = 1_000;
const settleLimit = 200;

export type WebhooksDependencies = {
  ctx: RootContext;
  redis: Redis;
  log: Logger;
  registry: Registry;
  sender: Sender;
  shardsLed: () => readonly number[];
  /** See {@link Delivering}. */
  maxWaiting?: number;
};

export function startWebhooks(deps: WebhooksDependencies): Repetition {
  const { ctx, redis, log, sender } = deps;
  const follower = new LogFollower({ db: ctx.db, redis, log });
  const feed = new EventFeed({ db: ctx.db, follower });
  const queues = new Map<string, EndpointQueue>();
  const settle = gather<Outcome, undefined>(settleLimit, async (outcomes) => {
    await settleDeliveries(ctx.db, outcomes);
    return outcomes.map(() => undefined);
  });
  const worker = new WebhookWorker(queues, deps.shardsLed, {
    db: ctx.db,
    feed,
    sender,
    metrics: createWebhookMetrics(deps.registry, queues),
    log,
    maxWaiting: deps.maxWaiting ?? 20_000,
    source: sourceOf(ctx),
    settle,
    disable: (webhookId) => disableGone(ctx, webhookId),
  });
  let isFollowing = false;
  const ticking = repeat("webhooks", tickMs, log, async () => {
    if (!isFollowing) await follower.start();
    isFollowing = true;
    await worker.tick();
    return false;
  });
  return {
    async stop() {
      await ticking.stop();
      await worker.stop();
      feed.close();
      follower.stop();
      await sender.close();
    },
  };
}

/** Which queues this worker has. */
class WebhookWorker {
  readonly #queues: Map<string, EndpointQueue>;
  readonly #shardsLed: () => readonly number[];
  readonly #delivering: Delivering;
  readonly #givingUp = new Set<Promise<void>>();
  /** Taken, but what earlier holders left is not all in hand yet. */
  #fresh: EndpointQueue[] = [];
  #renewedAt = -Infinity;

  constructor(
    queues: Map<string, EndpointQueue>,
    shardsLed: () => readonly number[],
    delivering: Delivering,
  ) {
    this.#queues = queues;
    this.#shardsLed = shardsLed;
    this.#delivering = delivering;
  }

  async tick(): Promise<void> {
    if (performance.now() - this.#renewedAt >= renewEveryMs) await this.#renew();
    const led = this.#shardsLed();
    for (const queue of this.#queues.values()) {
      if (queue.isLost || !led.includes(queue.shard)) this.#giveUp(queue);
    }
    await this.#take(led);
    await this.#claim();
  }

  async stop(): Promise<void> {
    for (const queue of this.#queues.values()) this.#giveUp(queue);
    await Promise.all(this.#givingUp);
  }

  async #renew(): Promise<void> {
    const leases = [...this.#queues.values()].map(({ lease }) => lease);
    const endpoints = await renewQueues(this.#delivering.db, leases);
    this.#renewedAt = performance.now();
    const held = new Map(endpoints.map((endpoint) => [endpoint.webhookId, endpoint]));
    for (const [webhookId, queue] of this.#queues) {
      const endpoint = held.get(webhookId);
      if (endpoint === undefined) this.#giveUp(queue);
      else queue.update(endpoint);
    }
  }

  async #take(led: readonly number[]): Promise<void> {
    if (led.length === 0) return;
    const taken = await takeQueues(this.#delivering.db, led);
    for (const endpoint of await renewQueues(this.#delivering.db, taken)) {
      const queue = new EndpointQueue(endpoint, this.#delivering);
      this.#queues.set(endpoint.webhookId, queue);
      this.#fresh.push(queue);
    }
  }

  /** All of it, before a fresh queue takes anything newer from the log. */
  async #claim(): Promise<void> {
    const leases = [...this.#queues.values()].map(({ lease }) => lease);
    for (let count = claimLimit; count === claimLimit;) {
      const claimed = await claimDeliveries(this.#delivering.db, leases, claimLimit);
      for (const delivery of claimed) this.#queues.get(delivery.webhookId)?.take([delivery]);
      count = claimed.length;
    }
    for (const queue of this.#fresh.splice(0)) queue.start();
  }

  #giveUp(queue: EndpointQueue): void {
    const { db, log } = this.#delivering;
    this.#queues.delete(queue.lease.webhookId);
    this.#fresh = this.#fresh.filter((one) => one !== queue);
    const leaving: Promise<void> = queue
      .drain(patienceMs)
      .then(() => releaseQueues(db, [queue.lease]))
      .catch((err: unknown) => log.warn({ err }, "webhooks: a queue could not be given back"))
      .finally(() => this.#givingUp.delete(leaving));
    this.#givingUp.add(leaving);
  }
}
