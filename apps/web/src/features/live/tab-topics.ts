/** What every tab watches, and which of it the one stream carries. */

/** The API's limit for one stream. Not imported: its contract would bring the whole of zod into the shell. */
const maxTopics = 50;

export class TabTopics {
  /** topic -> weights of those who watch it in this tab. */
  readonly #own = new Map<string, number[]>();
  readonly #others = new Map<string, readonly string[]>();

  add(topic: string, weight: number): void {
    this.#own.set(topic, [...(this.#own.get(topic) ?? []), weight]);
  }

  remove(topic: string, weight: number): void {
    const weights = [...(this.#own.get(topic) ?? [])];
    const index = weights.indexOf(weight);
    if (index >= 0) weights.splice(index, 1);
    if (weights.length > 0) this.#own.set(topic, weights);
    else this.#own.delete(topic);
  }

  setOf(tab: string, topics: readonly string[]): void {
    if (topics.length > 0) this.#others.set(tab, topics);
    else this.#others.delete(tab);
  }

  /** This tab's topics, the heaviest first. */
  own(): string[] {
    return [...this.#own]
      .map(([topic, weights]) => ({ topic, weight: Math.max(...weights) }))
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ topic }) => topic);
  }

  /** One from each tab in turn, so that no tab starves another. */
  wanted(): string[] {
    const lists = [this.own(), ...this.#others.values()];
    const wanted = new Set<string>();
    const longest = Math.max(...lists.map((list) => list.length));
    for (let rank = 0; rank < longest; rank++) {
      for (const list of lists) {
        const topic = list[rank];
        if (topic !== undefined && wanted.size < maxTopics) wanted.add(topic);
      }
    }
    return [...wanted];
  }
}
