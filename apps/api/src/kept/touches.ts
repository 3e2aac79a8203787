/**
 * What has changed since a read began. The read may or may not have seen those changes: what depends on
 * them is not kept, and not given to those who asked after them.
 */
export class Touches {
  /** When each tag was touched first. */
  readonly #at = new Map<string, number>();
  #allAt = Infinity;

  add(tags: Iterable<string>, moment: number): void {
    for (const tag of tags) if (!this.#at.has(tag)) this.#at.set(tag, moment);
  }

  addAll(moment: number): void {
    this.#allAt = Math.min(this.#allAt, moment);
  }

  /** When one of these was touched first; Infinity: not yet. */
  firstOf(tags: readonly string[]): number {
    let first = this.#allAt;
    for (const tag of tags) first = Math.min(first, this.#at.get(tag) ?? Infinity);
    return first;
  }

  /** When anything was. */
  first(): number {
    let first = this.#allAt;
    for (const moment of this.#at.values()) first = Math.min(first, moment);
    return first;
  }
}
