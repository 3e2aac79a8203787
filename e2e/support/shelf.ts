import type { Integrator } from "./integrator.ts";
import type { Product, Variant } from "./wire.ts";

/** What a journey buys: nobody else touches it. */
export type Article = { product: Product; variant: Variant };

export type Wish = {
  units: number;
  /** This product and no other: what is shown must look the same each time. */
  handle?: string;
  region?: string;
  /** What its words are in. */
  language?: string;
  matches?: (product: Product) => boolean;
};

/** Each product once: a hold that an earlier journey left would end in the middle of a later one. */
const taken = new Set<string>();

/** Hands out articles of the demo shop, each to one journey, with the stock that it needs. */
export class Shelf {
  readonly #integrator: Integrator;
  readonly #start: number;

  constructor(integrator: Integrator, workerIndex: number) {
    this.#integrator = integrator;
    // A worker that follows a failure begins elsewhere.
    this.#start = workerIndex * 29;
  }

  async take(wish: Wish): Promise<Article> {
    const { units, handle, region = "eu", language = "en", matches = hasChoice } = wish;
    const query = `region=${region}&language=${language}&sort=title`;
    const products = await this.#integrator.everyProduct(query);
    const start = this.#start % products.length;
    for (const product of [...products.slice(start), ...products.slice(0, start)]) {
      const variant = product.variants.find(({ available }) => available !== null);
      if (handle === undefined ? taken.has(product.id) : product.handle !== handle) continue;
      if (product.holdOnAdd || !variant || !matches(product)) continue;
      taken.add(product.id);
      await this.#integrator.setAvailable(variant.id, units);
      return { product, variant };
    }
    throw new Error("The demo shop has nothing left that fits.");
  }
}

function hasChoice({ variants }: Product): boolean {
  return variants.length > 1;
}
