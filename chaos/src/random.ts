/** Chance from a seed: the same seed makes the same choices, whatever the machine's pace. */
export class Random {
  readonly seed: number;
  #state: number;

  constructor(seed: number) {
    this.seed = seed >>> 0;
    this.#state = this.seed;
  }

  /** A stream of its own for one purpose: who draws how often elsewhere does not change it. */
  fork(purpose: string): Random {
    let hash = 2_166_136_261 ^ this.seed;
    for (const char of purpose) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
    return new Random(hash);
  }

  /** In [0, 1): mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.between(0, list.length - 1)];
    if (picked === undefined) throw new Error("There is nothing to pick from.");
    return picked;
  }
}
