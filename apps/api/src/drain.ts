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

  async begin(overMs: number): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    await Promise.all(this.#drainers.map((drainer) => drainer(overMs)));
  }
}
