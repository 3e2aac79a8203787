import { setTimeout as delay } from "node:timers/promises";

/** What a stop tells to those who hold long answers open. `overMs` is the time to end them in. */
type Drainer = (overMs: number) => Promise<void> | void;

/** The way out of service: readiness fails first, then streams end in slices, then requests finish. */
export class Drain {
  readonly #drainers: Drainer[] = [];
  #isDraining = false;

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** For plugins with streams: ends them so that clients come back elsewhere, spread over the given time. */
  onDrain(drainer: Drainer): void {
    this.#drainers.push(drainer);
  }

  /** @param noticeMs how long readiness fails before the first stream ends */
  async begin(overMs: number, noticeMs = 0): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    await delay(noticeMs);
    await Promise.all(this.#drainers.map(async (drainer) => drainer(overMs)));
  }
}
