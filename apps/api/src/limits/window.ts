import type { Quota } from "./policies.ts";

export type Standing = {
  isWithin: boolean;
  remaining: number;
  /** Until there is more again. */
  seconds: number;
};

/** What a process has counted and nobody else knows yet. */
export type Untold = { index: number; count: number };

/**
 * How often one caller has asked in a window that slides: of the fixed window before, that part counts which is still
 * inside, so that nobody can ask twice the quota around a border, and nobody's quota comes back at a stroke. Processes
 * that count the same caller tell each other.
 */
export class Window {
  readonly #quota: Quota;
  /** Of the fixed window. */
  #index = 0;
  #mine = 0;
  #told = 0;
  #others = 0;
  #before = 0;

  constructor(quota: Quota) {
    this.#quota = quota;
  }

  take(nowMs: number): Standing {
    const passed = this.#moveTo(nowMs);
    const { requests, seconds } = this.#quota;
    const now = this.#mine + this.#others;
    const used = this.#before * (1 - passed) + now;
    if (used + 1 > requests) return this.#refusal(now, passed);
    this.#mine += 1;
    return {
      isWithin: true,
      remaining: Math.floor(requests - used - 1),
      seconds: Math.ceil((1 - passed) * seconds),
    };
  }

  /** Whether so much was asked that the other processes should know. */
  get isHot(): boolean {
    return this.#mine + this.#others + this.#before >= this.#quota.requests / 16;
  }

  untold(nowMs: number): Untold {
    this.#moveTo(nowMs);
    return { index: this.#index, count: this.#mine - this.#told };
  }

  /** @param total of all processes, with what is now told */
  tell({ index, count }: Untold, total: number): void {
    if (index !== this.#index) return;
    this.#told += count;
    this.#others = Math.max(0, total - this.#told);
  }

  /** @returns how much of the fixed window has passed, 0 to 1 */
  #moveTo(nowMs: number): number {
    const at = nowMs / 1000 / this.#quota.seconds;
    const index = Math.floor(at);
    if (index > this.#index) {
      this.#before = index === this.#index + 1 ? this.#mine + this.#others : 0;
      this.#index = index;
      this.#mine = this.#told = this.#others = 0;
    }
    // A clock that is set back finds the window at its beginning.
    return Math.max(0, at - this.#index);
  }

  /** When one more fits: as the window before leaves, or, when this one alone is full, as this one does. */
  #refusal(now: number, passed: number): Standing {
    const { requests, seconds } = this.#quota;
    const left = requests - 1;
    const windows =
      now <= left
        ? 1 - (left - now) / this.#before - passed
        : 1 - passed + Math.max(0, 1 - left / now);
    return { isWithin: false, remaining: 0, seconds: Math.max(1, Math.ceil(windows * seconds)) };
  }
}
