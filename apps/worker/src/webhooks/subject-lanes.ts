/**
 * What waits for one endpoint: of each subject one at a time, in order; subjects beside one another. What waits for its
 * next try, and what waits behind that, is set aside: its body is in the table alone.
 */
import type { ClaimedDelivery } from "@meridian/api/server.ts";
import { kindOf } from "./kinds.ts";

export class SubjectLanes {
  /** The first of each list is due, on its way, or waits for its next try. */
  readonly #lanes = new Map<string, ClaimedDelivery[]>();
  readonly #due: string[] = [];
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #onDue: () => void;
  readonly #maxInHand: number;
  readonly #sizes = new Map<string, number>();
  #size = 0;
  #inHand = 0;

  /**
   * @param maxInHand what is added beyond is set aside, too
   * @param onDue called when {@link next} may have something
   */
  constructor(maxInHand: number, onDue: () => void) {
    this.#maxInHand = maxInHand;
    this.#onDue = onDue;
  }

  /** Of everything that waits or is on its way. */
  get size(): number {
    return this.#size;
  }

  /** Of those whose bodies are here. */
  get inHand(): number {
    return this.#inHand;
  }

  /** Of {@link size}, by the kind of what they are about. */
  get sizes(): ReadonlyMap<string, number> {
    return this.#sizes;
  }

  add(delivery: ClaimedDelivery): void {
    this.#count(delivery, 1);
    this.#inHand += 1;
    const isWaiting = delivery.waitMs > 0 || this.#timers.has(delivery.subject);
    if (isWaiting || this.#inHand > this.#maxInHand) this.#setAside(delivery);
    const lane = this.#lanes.get(delivery.subject);
    if (lane !== undefined) {
      lane.push(delivery);
      return;
    }
    this.#lanes.set(delivery.subject, [delivery]);
    this.#wait(delivery.subject, delivery.waitMs);
  }

  /** The first delivery of a subject that is due; it is on its way until {@link settled} or {@link retry}. */
  next(): ClaimedDelivery | undefined {
    const subject = this.#due.shift();
    return subject === undefined ? undefined : this.#lanes.get(subject)?.[0];
  }

  /** Nothing more is to be done for it: the next of its subject is due. */
  settled({ subject }: ClaimedDelivery): void {
    const lane = this.#lanes.get(subject);
    const delivery = lane?.shift();
    if (delivery !== undefined) {
      this.#setAside(delivery);
      this.#count(delivery, -1);
    }
    const [following] = lane ?? [];
    if (following === undefined) this.#lanes.delete(subject);
    else this.#wait(subject, following.waitMs);
  }

  /** It is tried again after a while, and its subject waits for it. */
  retry({ subject }: ClaimedDelivery, afterMs: number): void {
    for (const waiting of this.#lanes.get(subject) ?? []) this.#setAside(waiting);
    this.#wait(subject, afterMs);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#lanes.clear();
    this.#due.length = 0;
    this.#sizes.clear();
    this.#size = 0;
    this.#inHand = 0;
  }

  #count({ type }: ClaimedDelivery, by: number): void {
    const kind = kindOf(type);
    this.#size += by;
    this.#sizes.set(kind, (this.#sizes.get(kind) ?? 0) + by);
  }

  #setAside(delivery: ClaimedDelivery): void {
    if (delivery.body !== null) this.#inHand -= 1;
    delivery.body = null;
  }

  #wait(subject: string, ms: number): void {
    if (ms <= 0) {
      this.#due.push(subject);
      this.#onDue();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(subject);
      this.#due.push(subject);
      this.#onDue();
    }, ms);
    this.#timers.set(subject, timer.unref());
  }
}
