import { Client } from "./client.ts";
import { Consumer } from "./consumer.ts";
import { Journal } from "./journal.ts";
import type { Random } from "./random.ts";
import type { Shop } from "./shop.ts";
import { shop as goShopping } from "./shopper/shopper.ts";
import { Tally } from "./tally.ts";
import { Gallery } from "./watchers/gallery.ts";

/** No figure of the shop: who still has no answer so long after everything is up again is told of as such. */
const lastAnswersMs = 180_000;
const watchersAtOnce = 40;

/** Everybody who uses the shop at once, and what they were told. */
export class Crowd {
  readonly journal = new Journal();
  readonly tally = new Tally();
  readonly gallery: Gallery;
  readonly consumer: Consumer;
  readonly #shoppers: Promise<void>[];
  readonly #closing = new AbortController();
  readonly #giveUp = new AbortController();

  constructor(shop: Shop, shoppers: number, random: Random) {
    this.consumer = new Consumer(shop.db);
    this.gallery = new Gallery(shop.apiUrls, shop.shelf, random.fork("gallery"), watchersAtOnce);
    this.#shoppers = Array.from({ length: shoppers }, (_, n) => {
      const own = random.fork(`shopper ${n}`);
      const client = new Client(shop.apiUrls, own.fork("client"), this.tally, this.#giveUp.signal);
      const { journal, tally, gallery } = this;
      const means = { client, random: own, journal, tally, shelf: shop.shelf };
      return goShopping(means, this.#closing.signal, (topic) => gallery.notice(topic));
    });
  }

  /** Nobody begins anew; resolves when everybody knows what became of what was begun. */
  async goHome(): Promise<void> {
    this.#closing.abort();
    const late = () => this.#giveUp.abort(new Error("no answer came in the end"));
    const timer = setTimeout(late, lastAnswersMs);
    await Promise.all(this.#shoppers);
    clearTimeout(timer);
  }

  async leave(): Promise<void> {
    this.#closing.abort();
    this.#giveUp.abort(new Error("the run is over"));
    this.gallery.close();
    await this.consumer.stop();
  }
}
