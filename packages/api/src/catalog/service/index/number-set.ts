/** A set of product numbers, one bit each: combining and counting a million takes less than a millisecond. */
export class NumberSet {
  #words: Uint32Array;

  /** @param limit room for the numbers below it; it grows by itself */
  constructor(limit = 0) {
    this.#words = new Uint32Array((limit + 31) >>> 5);
  }

  static of(numbers: Iterable<number>): NumberSet {
    const set = new NumberSet();
    for (const number of numbers) set.add(number);
    return set;
  }

  /** Those whose value lies in a range. As arithmetic: branches took ten times as long. */
  static between(values: Float64Array, min: number, max: number): NumberSet {
    const set = new NumberSet(values.length);
    for (let at = 0; at < values.length >>> 5; at++) {
      let word = 0;
      for (let bit = 0; bit < 32; bit++) {
        const value = values[(at << 5) + bit] as number;
        word = (word << 1) | (Number(value >= min) & Number(value <= max));
      }
      set.#words[at] = word;
    }
    return set;
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (0x80000000 >>> (number & 31))) !== 0;
  }

  add(number: number): void {
    const at = number >>> 5;
    if (at >= this.#words.length) this.#grow(at + 1);
    this.#words[at] = (this.#words[at] as number) | (0x80000000 >>> (number & 31));
  }

  delete(number: number): void {
    const at = number >>> 5;
    if (at < this.#words.length)
      this.#words[at] = (this.#words[at] as number) & ~(0x80000000 >>> (number & 31));
  }

  /** Bits as the database sends them: the first number's is the highest of the first byte. */
  setBits(first: number, bits: Buffer): void {
    const at = first >>> 5;
    const length = bits.length >>> 2;
    if (at + length > this.#words.length) this.#grow(at + length);
    for (let i = 0; i < length; i++) this.#words[at + i] = bits.readUInt32BE(i << 2);
  }

  /** Those that are in both. */
  and(other: NumberSet): NumberSet {
    const [short, long] = this.#words.length < other.#words.length ? [this, other] : [other, this];
    const both = new NumberSet();
    both.#words = short.#words.slice();
    for (let i = 0; i < both.#words.length; i++)
      both.#words[i] = (both.#words[i] as number) & (long.#words[i] as number);
    return both;
  }

  /** Those that are in either. */
  or(other: NumberSet): NumberSet {
    const [short, long] = this.#words.length < other.#words.length ? [this, other] : [other, this];
    const either = new NumberSet();
    either.#words = long.#words.slice();
    for (let i = 0; i < short.#words.length; i++)
      either.#words[i] = (either.#words[i] as number) | (short.#words[i] as number);
    return either;
  }

  get size(): number {
    let size = 0;
    for (const word of this.#words) size += bitsIn(word);
    return size;
  }

  /** How many are in both. */
  sizeWith(other: NumberSet): number {
    const length = Math.min(this.#words.length, other.#words.length);
    let size = 0;
    for (let i = 0; i < length; i++)
      size += bitsIn((this.#words[i] as number) & (other.#words[i] as number));
    return size;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (let i = 0; i < this.#words.length; i++) {
      for (let word = this.#words[i] as number; word !== 0;) {
        const bit = Math.clz32(word);
        yield (i << 5) + bit;
        word &= ~(0x80000000 >>> bit);
      }
    }
  }

  #grow(words: number): void {
    const grown = new Uint32Array(Math.max(words, this.#words.length + (this.#words.length >>> 2)));
    grown.set(this.#words);
    this.#words = grown;
  }
}

/** Those that are in any of the sets. */
export function unite(sets: Iterable<NumberSet>): NumberSet {
  let all = new NumberSet();
  for (const set of sets) all = all.or(set);
  return all;
}

/** Hamming weight, in parallel (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
