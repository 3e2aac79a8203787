/**
 * The bag's other half: takes intents, keeps them safe, and sends them in order. One tab at a time
 * sends for the browser (a Web Lock), so two tabs never make two carts; the others hear what was
 * answered. What is not answered stays on disk: a reload, a closed tab or no network loses nothing,
 * and every tab shows it.
 */
import type { Cart, OperationsResult } from "@meridian/api/cart/contract.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { withLock } from "#browser/locks.ts";
import { problemOf } from "#api/problem.ts";
import type { Batch } from "#features/cart/batches.ts";
import type { Place } from "#features/catalog/catalog-data.ts";
import { settleBatch, takeBatch } from "#features/cart/send-state.ts";
import { cartStorage } from "#features/cart/cart-storage.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

const firstWaitMs = 600;
const longestWaitMs = 20_000;
/** A request that nobody answers must not keep the line. */
const patienceMs = 20_000;
/** So long a pause tells that nobody goes on clicking. */
const pauseMs = 300;
/** So long who goes on is waited for. */
const longestGatherMs = 1_200;
/** So long the tab in which something was done has to send it, before another one does. */
const courtesyMs = 2_000;
/** So long an intent that is gone may wait for the word on what became of it. */
const wordMs = 1_000;

export type SyncListener = {
  /** The newest cart of the server; null: there is none. */
  onCart(cart: Cart | null): void;
  onPending(intents: readonly PendingIntent[]): void;
  onAnswer(result: OperationsResult, batch: Batch): void;
  /** All of it was refused and will not be tried again. */
  onRefused(problem: PublicError, batch: Batch): void;
  /** The API could not be reached or broke: it is being tried again. */
  onTrouble(isTroubled: boolean): void;
};

/** What the tab that sends tells the others. */
type Answer = { batch: Batch } & ({ result: OperationsResult } | { problem: PublicError });

/** Not all at once who failed at once. */
const jittered = (waitMs: number) => waitMs * (0.5 + Math.random() / 2);

export class CartSync {
  #isSending = false;
  #failures = 0;
  /** Known from the last answer; saves asking before each batch. */
  #cartId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastPushAt = -Infinity;
  /** Of what no batch was taken yet in this tab. */
  #firstPushAt: number | undefined;
  #stop = new AbortController();
  #tabs: BroadcastChannel | undefined;
  /** An answer may be heard before storage shows that its intents are gone, or even that they came. */
  readonly #answered = new Set<string>();
  readonly #client: TRPCClient<AppRouter>;
  readonly #place: Place;
  readonly #listener: SyncListener;

  constructor(client: TRPCClient<AppRouter>, place: Place, listener: SyncListener) {
    this.#client = client;
    this.#place = place;
    this.#listener = listener;
  }

  /** Shows what an earlier page left unanswered before the API is asked anything: it may be away. */
  start(): () => void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const tabs = new BroadcastChannel("meridian.cart");
    const hear = ({ data }: MessageEvent<Answer>) => this.#hear(data);
    tabs.addEventListener("message", hear, { signal });
    this.#tabs = tabs;
    cartStorage.watchIntents((isAdded) => this.#otherTab(isAdded), signal);
    const drain = () => this.#drain();
    window.addEventListener("online", drain, { signal });
    // Who looks elsewhere may not come back.
    document.addEventListener("visibilitychange", drain, { signal });
    this.#showPending();
    drain();
    return () => {
      clearTimeout(this.#timer);
      this.#stop.abort();
      tabs.close();
    };
  }

  device(): string {
    return cartStorage.readDevice();
  }

  /** On disk before this returns. The first goes at once; of who goes on clicking many are one. */
  push(intent: Omit<PendingIntent, "id">): void {
    cartStorage.addIntent(intent);
    this.#showPending();
    const now = performance.now();
    const isFirst = now - this.#lastPushAt > pauseMs;
    this.#lastPushAt = now;
    this.#firstPushAt ??= now;
    if (isFirst) this.#drain();
    else this.#gather();
  }

  #gather(): void {
    const pauseAt = this.#lastPushAt + pauseMs;
    const until = Math.min(pauseAt, (this.#firstPushAt ?? -Infinity) + longestGatherMs);
    this.#later(Math.max(0, until - performance.now()));
  }

  /** What another tab did is its own to send, unless it closed, or can't; what is gone is told with its answer. */
  #otherTab(isAdded: boolean): void {
    if (isAdded) {
      this.#showPending();
      this.#later(jittered(courtesyMs));
    } else setTimeout(() => this.#showPending(), wordMs);
  }

  #hear(answer: Answer): void {
    const { batch } = answer;
    for (const { id } of batch.intents) this.#answered.add(id);
    if ("result" in answer) this.#listener.onAnswer(answer.result, batch);
    else this.#listener.onRefused(answer.problem, batch);
    this.#showPending();
  }

  #unanswered(): PendingIntent[] {
    return cartStorage.readIntents().filter(({ id }) => !this.#answered.has(id));
  }

  #showPending(): void {
    this.#listener.onPending(this.#unanswered());
  }

  #later(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#drain(), waitMs);
  }

  #drain(): void {
    if (this.#isSending || this.#stop.signal.aborted || this.#unanswered().length === 0) return;
    this.#isSending = true;
    clearTimeout(this.#timer);
    withLock("meridian.cart", this.#stop.signal, () => this.#sendNext()).then(
      () => this.#settled(true),
      () => this.#settled(false),
    );
  }

  #settled(isDone: boolean): void {
    this.#isSending = false;
    if (this.#stop.signal.aborted) return;
    this.#listener.onTrouble(!isDone);
    this.#failures = isDone ? 0 : this.#failures + 1;
    if (!isDone) this.#later(jittered(Math.min(longestWaitMs, firstWaitMs * 2 ** this.#failures)));
    else if (this.#unanswered().length > 0) this.#gather();
  }

  /** Runs under the lock. @throws when the API can't be reached; what is unanswered stays stored */
  async #sendNext(): Promise<void> {
    this.#firstPushAt = undefined;
    const intents = cartStorage.readIntents();
    const batch = await takeBatch(
      this.device(),
      intents.filter(({ id }) => !this.#answered.has(id)),
    );
    if (!batch) {
      // All of it is answered: the tab that was died before it could take these away, or is just doing it.
      cartStorage.removeIntents(intents);
      return this.#showPending();
    }
    cartStorage.writeDevice(batch.device);
    const answer = await this.#send(batch);
    // In this order: a page that dies before it is settled leaves a batch that the API will know again.
    await settleBatch(batch);
    cartStorage.removeIntents(batch.intents);
    this.#tabs?.postMessage(answer);
    this.#hear(answer);
  }

  async #send(batch: Batch, isRetry = false): Promise<Answer> {
    this.#cartId ??= await this.#findOrCreate(batch, isRetry);
    const { device, operations } = batch;
    try {
      const result = await this.#client.cart.applyOperations.mutate(
        { cartId: this.#cartId, device, operations },
        { signal: AbortSignal.timeout(patienceMs) },
      );
      return { batch, result };
    } catch (error) {
      const problem = problemOf(error);
      const isGone = problem?.reason === "cart.not_found" || problem?.reason === "cart.not_active";
      if (isGone && !isRetry) {
        // The bag was ordered or is gone: what is wanted now goes into the next one.
        this.#cartId = undefined;
        return this.#send(batch, true);
      }
      // A refusal of the whole request can't be mended by asking again.
      if (problem === undefined || problem.status >= 500 || problem.status === 429) throw error;
      return { batch, problem };
    }
  }

  async #findOrCreate({ device, operations }: Batch, isRetry: boolean): Promise<string> {
    const signal = AbortSignal.timeout(patienceMs);
    const current = await this.#client.cart.current.query({}, { signal });
    if (current?.state === "active") return current.id;
    // The same for each try of this batch. In another market or language it is another request, and so it is for the
    // next bag: with the same key it would be refused, or answered with the bag that ended.
    const { region, language } = this.#place;
    const need = isRetry ? "next" : "first";
    const idempotencyKey = `${device}-${operations[0]?.seq ?? 0}-${need}-${region}-${language}`;
    const cart = await this.#client.cart.create.mutate(
      { region, language, idempotencyKey },
      { signal },
    );
    this.#listener.onCart(cart);
    return cart.id;
  }
}
