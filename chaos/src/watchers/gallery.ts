import type { Random } from "../random.ts";
import { articlesOf, type Shelf } from "../shelf.ts";
import { watchByLongPoll } from "./long-poll.ts";
import { watchByServerSentEvents } from "./server-sent-events.ts";
import type { Sightings } from "./sightings.ts";
import { watchByTrpc } from "./trpc-subscription.ts";

const ways = [watchByServerSentEvents, watchByLongPoll, watchByTrpc] as const;

/** All that watch: the whole shelf in each way, and some of the carts and orders that come up. */
export class Gallery {
  readonly watchers: Sightings[] = [];
  readonly #urls: readonly string[];
  readonly #random: Random;
  readonly #over = new AbortController();
  readonly #places: number;

  /** @param places how many may watch at once */
  constructor(urls: readonly string[], shelf: Shelf, random: Random, places: number) {
    this.#urls = urls;
    this.#random = random;
    this.#places = places;
    const stock = articlesOf(shelf).map(({ variantId }) => `stock:${variantId}`);
    for (let n = 0; n < 2; n++) for (const way of ways) this.#seat(way, stock);
  }

  /** Takes a seat for one of several of these, as long as there are seats. */
  notice(topic: string): void {
    if (this.watchers.length < this.#places && this.#random.chance(0.25))
      this.#seat(this.#random.pick(ways), [topic]);
  }

  close(): void {
    this.#over.abort();
  }

  #seat(way: (typeof ways)[number], topics: readonly string[]): void {
    const random = this.#random.fork(`watcher ${this.watchers.length}`);
    this.watchers.push(way({ urls: this.#urls, topics, random, over: this.#over.signal }));
  }
}
