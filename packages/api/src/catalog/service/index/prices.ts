import { LoadedOrder } from "./order.ts";
import { NumberSet } from "./number-set.ts";

/** What products cost in a region, and the orders by it. */
export class Prices {
  readonly moved: NumberSet;
  readonly ascending: LoadedOrder;
  readonly descending: LoadedOrder;
  /** By number, in whole words of a set; NaN where a product is not sold. */
  #minor = new Float64Array();

  /** @param numbers by price and id, @param minor their lowest prices */
  constructor(numbers: Int32Array, minor: Float64Array, moved: NumberSet) {
    this.moved = moved;
    this.ascending = new LoadedOrder(numbers, moved);
    this.descending = new LoadedOrder(numbers.toReversed(), moved);
    this.#grow(numbers.reduce((a, b) => Math.max(a, b), 0));
    for (let rank = 0; rank < numbers.length; rank++)
      this.#minor[numbers[rank] as number] = minor[rank] as number;
  }

  set(number: number, minor: number | undefined): void {
    if (number >= this.#minor.length) this.#grow(number * 1.1);
    this.#minor[number] = minor ?? NaN;
  }

  /** Products that cost from `min` to `max`. */
  between(min = 0, max = Number.POSITIVE_INFINITY): NumberSet {
    return NumberSet.between(this.#minor, min, max);
  }

  /** The outermost prices of a set; null when none of it is sold. */
  rangeOf(set: NumberSet): { min: number; max: number } | null {
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    for (const number of set) {
      const minor = this.#minor[number] ?? NaN;
      if (minor < min) min = minor;
      if (minor > max) max = minor;
    }
    return min <= max ? { min, max } : null;
  }

  #grow(number: number): void {
    const grown = new Float64Array((Math.ceil(number) | 31) + 1).fill(NaN);
    grown.set(this.#minor);
    this.#minor = grown;
  }
}
