/** What every tab watches, and which of it the one stream carries. */

/** The API's limit for one stream. Not imported: its contract would bring the whole of zod into the shell. */
const maxTopics = 50;
/** Each tab tells its topics at every heartbeat; who missed so many was ended without a word. */
const maxMissed = 3;

export class TabTopics {
  /** topic -> weights of those who watch it in this tab. */
  readonly #own = new Map<string, number[]>();
  readonly #others = new Map<string, { topics: readonly string[]; missed: number }>();

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
    if (topics.length > 0) this.#others.set(tab, { topics, missed: 0 });
    else this.#others.delete(tab);
  }

  /** At each heartbeat, before the tabs tell their topics. */
  beat(): void {
    for (const [tab, other] of this.#others) {
      if (++other.missed > maxMissed) this.#others.delete(tab);
    }
  }

  /** This tab's topics, the heaviest first. */
  own(): string[] {
    const weight = (topic: string) => Math.max(...(this.#own.get(topic) ?? []));
    return [...this.#own.keys()].toSorted((a, b) => weight(b) - weight(a));
  }

  /** One from each tab in turn, so that no tab starves another. */
  wanted(): string[] {
    const lists = [this.own(), ...[...this.#others.values()].map(({ topics }) => topics)];
    const wanted = new Set<string>();
    for (let rank = 0; rank < maxTopics; rank++) {
      for (const list of lists) {
        const topic = list[rank];
        if (topic !== undefined && wanted.size < maxTopics) wanted.add(topic);
      }
    }
    return [...wanted];
  }
}
