import type { Integrator } from "./integrator.ts";
import type { Product, Variant } from "./wire.ts";

/** What a journey buys: nobody else touches it. */
export type Article = { product: Product; variant: Variant };

export type Wish = {
  units: number;
  region?: string;
  /** What its words are in. */
  language?: string;
  matches?: (product: Product) => boolean;
};

/** Where this worker goes on; a worker that follows a failure starts elsewhere. */
let next: number | undefined;

/** Hands out articles of the demo shop, each to one journey, with the stock that it needs. */
export class Shelf {
  readonly #integrator: Integrator;
  readonly #start: number;

  constructor(integrator: Integrator, workerIndex: number) {
    this.#integrator = integrator;
    this.#start = workerIndex * 29;
  }

  async take(wish: Wish): Promise<Article> {
    const { units, region = "eu", language = "en", matches = hasChoice } = wish;
    const query = `region=${region}&language=${language}&limit=100&sort=title`;
    const products = await this.#integrator.products(query);
    const fitting = products.filter((product) => !product.holdOnAdd && matches(product));
    next ??= this.#start;
    const product = fitting[next++ % fitting.length];
    const variant = product?.variants.find(({ available }) => available !== null);
    if (!product || !variant) throw new Error("The demo shop has nothing that fits.");
    await this.#integrator.setAvailable(variant.id, units);
    return { product, variant };
  }
}

function hasChoice({ variants }: Product): boolean {
  return variants.length > 1;
}
