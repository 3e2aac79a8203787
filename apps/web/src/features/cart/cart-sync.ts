/**
 * The bag's other half: takes intents, keeps them safe, and sends them in order. One tab at a time
 * sends for the browser (a Web Lock), so two tabs never make two carts, and numbers leave in order.
 * What is not answered stays on disk: a reload, a closed tab or no network loses nothing.
 */
import type { Cart, OperationsResult } from "@meridian/api/cart/contract.ts";
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { withLock } from "#browser/locks.ts";
import { randomId } from "#browser/random-id.ts";
import { problemOf } from "#api/problem.ts";
import { adoptIntents, cartStorage, holdTab, type Outbox } from "#features/cart/cart-storage.ts";
import { coalesce, numbered, type PendingIntent } from "#features/cart/intents.ts";

const firstWaitMs = 600;
const longestWaitMs = 20_000;
/** At most this many operations in one request; the rest follow. */
const batchSize = 100;

export type SyncListener = {
  /** The newest cart of the server; null: there is none. */
  onCart(cart: Cart | null): void;
  onPending(intents: readonly PendingIntent[]): void;
  onAnswer(result: OperationsResult, outbox: Outbox): void;
  /** All of it was refused and will not be tried again. */
  onRefused(problem: PublicError, outbox: Outbox): void;
  /** The API could not be reached or broke: it is being tried again. */
  onTrouble(isTroubled: boolean): void;
};

export class CartSync {
  #pending: PendingIntent[] = [];
  #isSending = false;
  #failures = 0;
  /** Known from the last answer; saves asking before each batch. */
  #cartId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop = new AbortController();
  #tab = "";
  readonly #client: TRPCClient<AppRouter>;
  readonly #region: RegionId;
  readonly #listener: SyncListener;

  constructor(client: TRPCClient<AppRouter>, region: RegionId, listener: SyncListener) {
    this.#client = client;
    this.#region = region;
    this.#listener = listener;
  }

  start(): () => void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#tab ||= randomId();
    holdTab(this.#tab, signal);
    window.addEventListener("online", () => this.#drain(), { signal });
    void this.#restore().finally(() => this.#drain());
    return () => {
      clearTimeout(this.#timer);
      this.#stop.abort();
    };
  }

  /** What this browser is called among those that change the bag. */
  device(): string {
    return cartStorage.readDevice().id;
  }

  /** Shows what an earlier page left unanswered, before the API is asked anything: it may be away. */
  async #restore(): Promise<void> {
    await this.#adopt();
    const waiting = cartStorage.readOutbox()?.intents ?? [];
    const known = new Set(this.#pending.map(({ id }) => id));
    this.#setPending([...waiting.filter(({ id }) => !known.has(id)), ...this.#pending]);
  }

  /** Takes over what closed tabs left; a lock of its own, so that no two tabs take the same. */
  async #adopt(): Promise<void> {
    await withLock("meridian.cart.adopt", this.#stop.signal, async () => {
      const orphans = await adoptIntents();
      if (orphans.length === 0) return;
      cartStorage.writeIntents(this.#tab, [...orphans, ...cartStorage.readIntents(this.#tab)]);
      this.#setPending([...orphans, ...this.#pending]);
    });
  }

  /** On disk before this returns; sent as soon as the line is free. */
  push(pending: PendingIntent): void {
    cartStorage.writeIntents(this.#tab, [...cartStorage.readIntents(this.#tab), pending]);
    this.#setPending([...this.#pending, pending]);
    this.#drain();
  }

  #drain(): void {
    if (this.#isSending || this.#stop.signal.aborted) return;
    this.#isSending = true;
    clearTimeout(this.#timer);
    withLock("meridian.cart", this.#stop.signal, () => this.#sendAll()).then(
      () => this.#settled(true),
      () => this.#settled(false),
    );
  }

  #settled(isDone: boolean): void {
    this.#isSending = false;
    if (this.#stop.signal.aborted) return;
    this.#listener.onTrouble(!isDone);
    this.#failures = isDone ? 0 : this.#failures + 1;
    if (!isDone) {
      const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** this.#failures);
      this.#timer = setTimeout(() => this.#drain(), waitMs * (0.5 + Math.random() / 2));
    } else if (cartStorage.readIntents(this.#tab).length > 0) this.#drain();
  }

  /** Runs under the lock. @throws when the API can't be reached; what is unsent stays stored */
  async #sendAll(): Promise<void> {
    for (;;) {
      const outbox = cartStorage.readOutbox() ?? (await this.#nextOutbox());
      if (!outbox) break;
      await this.#send(outbox);
      cartStorage.writeOutbox(undefined);
      this.#forgetAnswered();
    }
    this.#forgetAnswered();
  }

  /** What is not stored any more was answered, to this tab or to another one. */
  #forgetAnswered(): void {
    const stored = [
      ...cartStorage.readIntents(this.#tab),
      ...(cartStorage.readOutbox()?.intents ?? []),
    ];
    const ids = new Set(stored.map(({ id }) => id));
    if (this.#pending.some(({ id }) => !ids.has(id))) {
      this.#setPending(this.#pending.filter(({ id }) => ids.has(id)));
    }
  }

  /** Turns stored intents into numbered operations; stored again before anything is sent. */
  async #nextOutbox(): Promise<Outbox | undefined> {
    await this.#adopt();
    const stored = cartStorage.readIntents(this.#tab);
    if (stored.length === 0) return undefined;
    const intents = stored.slice(0, batchSize);
    const device = cartStorage.readDevice();
    const operations = numbered(coalesce(intents.map(({ intent }) => intent)), device.nextSeq);
    const outbox = { operations, intents };
    cartStorage.writeOutbox(outbox);
    cartStorage.writeDevice({ ...device, nextSeq: device.nextSeq + operations.length });
    cartStorage.writeIntents(this.#tab, stored.slice(batchSize));
    return outbox;
  }

  async #send(outbox: Outbox, isRetry = false): Promise<void> {
    this.#cartId ??= await this.#findOrCreate();
    try {
      const { id: device } = cartStorage.readDevice();
      const { operations } = outbox;
      const result = await this.#client.cart.applyOperations.mutate({
        cartId: this.#cartId,
        device,
        operations,
      });
      this.#listener.onAnswer(result, outbox);
    } catch (error) {
      const problem = problemOf(error);
      const isGone = problem?.reason === "cart.not_found" || problem?.reason === "cart.not_active";
      if (isGone && !isRetry) {
        // The bag was ordered or is gone: what is wanted now goes into the next one.
        this.#cartId = undefined;
        await this.#send(outbox, true);
        return;
      }
      // A refusal of the whole request can't be mended by asking again.
      if (problem === undefined || problem.status >= 500 || problem.status === 429) throw error;
      this.#listener.onRefused(problem, outbox);
    }
  }

  async #findOrCreate(): Promise<string> {
    const current = await this.#client.cart.current.query({});
    if (current?.state === "active") return current.id;
    const cart = await this.#createCart();
    return cart.id;
  }

  async #createCart(): Promise<Cart> {
    const device = cartStorage.readDevice();
    const cart = await this.#client.cart.create.mutate({
      region: this.#region,
      // In another market it is another request: the same key would be refused.
      idempotencyKey: `${device.createKey}-${this.#region}`,
    });
    // The key has done its work: the next bag is another one.
    cartStorage.writeDevice({ ...cartStorage.readDevice(), createKey: randomId() });
    this.#listener.onCart(cart);
    return cart;
  }

  #setPending(pending: PendingIntent[]): void {
    this.#pending = pending;
    this.#listener.onPending(pending);
  }
}
