/** What waits for one endpoint: of each subject one at a time, in order; subjects beside one another. */
import type { ClaimedDelivery } from "@meridian/api/server.ts";

export class SubjectLanes {
  /** The first of each list is due, on its way, or waits for its next try. */
  readonly #lanes = new Map<string, ClaimedDelivery[]>();
  readonly #due: string[] = [];
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #onDue: () => void;
  #size = 0;

  /** @param onDue called when {@link next} may have something */
  constructor(onDue: () => void) {
    this.#onDue = onDue;
  }

  /** Of everything that waits or is on its way. */
  get size(): number {
    return this.#size;
  }

  add(delivery: ClaimedDelivery): void {
    this.#size += 1;
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
    lane?.shift();
    this.#size -= 1;
    const [following] = lane ?? [];
    if (following === undefined) this.#lanes.delete(subject);
    else this.#wait(subject, following.waitMs);
  }

  /** It is tried again after a while, and its subject waits for it. */
  retry({ subject }: ClaimedDelivery, afterMs: number): void {
    this.#wait(subject, afterMs);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#lanes.clear();
    this.#due.length = 0;
    this.#size = 0;
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
