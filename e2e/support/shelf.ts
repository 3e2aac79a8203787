import type { Integrator } from "./integrator.ts";
import type { Product, Variant } from "./wire.ts";

/** What a journey buys: nobody else touches it. */
export type Article = { product: Product; variant: Variant };

/** What the tour shows, so that it looks the same each time; nobody else gets it. */
const showpieces = [
  "rosehip-teapot",
  "amphora-vase",
  "cloudburst-shower-head",
  "corner-cafe-cup",
  "honest-pencil",
  "long-way-backpack",
] as const;

type Showpiece = (typeof showpieces)[number];

export type Wish = {
  units: number;
  handle?: Showpiece;
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
      if (!variant || product.holdOnAdd || !matches(product)) continue;
      const isWished =
        handle === undefined ? !(await this.#isInUse(product, variant)) : product.handle === handle;
      if (!isWished) continue;
      taken.add(product.id);
      await this.#integrator.setAvailable(variant.id, units);
      return { product, variant };
    }
    throw new Error("The demo shop has nothing left that fits.");
  }

  async #isInUse({ id, handle }: Product, variant: Variant): Promise<boolean> {
    if (taken.has(id) || (showpieces as readonly string[]).includes(handle)) return true;
    const { levels = [] } = await this.#integrator.availability(variant.id);
    return levels.some(({ held }) => held > 0);
  }
}

function hasChoice({ variants }: Product): boolean {
  return variants.length > 1;
}
