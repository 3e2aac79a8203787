/** Product numbers in one order of a list, as they were when it was read. */
import type { NumberSet } from "./number-set.ts";

export class LoadedOrder {
  /** Products whose place may have changed since: they are where their rows say, not where they stand here. */
  readonly moved: NumberSet;
  readonly #numbers: Int32Array;
  #ranks: Int32Array | undefined;

  constructor(numbers: Int32Array, moved: NumberSet) {
    this.#numbers = numbers;
    this.moved = moved;
  }

  get length(): number {
    return this.#numbers.length;
  }

  /** Where a product stands; undefined when its place is not known here. */
  rankOf(number: number): number | undefined {
    if (this.moved.has(number)) return undefined;
    this.#ranks ??= ranksOf(this.#numbers);
    const rank = this.#ranks[number] ?? -1;
    return rank === -1 ? undefined : rank;
  }

  /** Those of a set that did not move, in order, from a rank on. */
  *of(set: NumberSet, from: number): Generator<number> {
    const numbers = this.#numbers;
    if (set.size < numbers.length / 64) {
      for (const rank of this.#ranksIn(set, from)) yield numbers[rank] as number;
      return;
    }
    for (let rank = from; rank < numbers.length; rank++) {
      const number = numbers[rank] as number;
      if (set.has(number) && !this.moved.has(number)) yield number;
    }
  }

  #ranksIn(set: NumberSet, from: number): number[] {
    const ranks: number[] = [];
    for (const number of set) {
      const rank = this.rankOf(number);
      if (rank !== undefined && rank >= from) ranks.push(rank);
    }
    return ranks.toSorted((a, b) => a - b);
  }
}

function ranksOf(numbers: Int32Array): Int32Array {
  let highest = 0;
  for (const number of numbers) if (number > highest) highest = number;
  const ranks = new Int32Array(highest + 1).fill(-1);
  for (let rank = 0; rank < numbers.length; rank++) ranks[numbers[rank] as number] = rank;
  return ranks;
}

/** The next numbers, so many at most. */
export function take(walk: Iterator<number>, most: number): number[] {
  const taken: number[] = [];
  while (taken.length < most) {
    const next = walk.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
