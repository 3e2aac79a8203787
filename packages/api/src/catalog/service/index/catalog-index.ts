/**
 * What lists are made of, in this process's memory: which products have a facet, what they cost in a region, and the
 * orders that lists are read in. The database keeps the truth and notes each product that changes; whoever reads a list
 * first takes in what was noted, so that no list is behind. What decides a row of a list is still the product itself.
 */
import type { Executor } from "@meridian/db/client.ts";
import type { IndexedSort } from "../order.ts";
import { NumberSet } from "./number-set.ts";
import { LoadedOrder } from "./order.ts";
import { Prices } from "./prices.ts";
import {
  readFacetMaps,
  readFacetsOf,
  readOrder,
  readPricesOf,
  readState,
  readTaken,
  type State,
} from "./read.ts";

/** Further behind than that, everything is read anew: the database keeps changes for a little longer. */
const mostVersionsBehind = 500;
const mostChangesBehind = 20_000;
/** From so many moved products on, an order is read again: each list must look their places up. */
const manyMoved = 1_000;
/** How many changed products are read at once. */
const atOnce = 1_000;

/** Something with places in it, and what is being read to take its place. */
type Kept<T> = { value?: T; reading?: Promise<T> };

const indexes = new WeakMap<Executor, CatalogIndex>();

/** The index of a pool, as of now. */
export async function catalogIndex(db: Executor): Promise<CatalogIndex> {
  const index = indexes.get(db) ?? new CatalogIndex(db);
  indexes.set(db, index);
  await index.catchUp();
  return index;
}

export class CatalogIndex {
  readonly #db: Executor;
  #facets = new Map<string, NumberSet>();
  readonly #orders = new Map<IndexedSort, Kept<LoadedOrder>>();
  readonly #prices = new Map<string, Kept<Prices>>();
  /** Changes that are in here and not in the facet maps yet. */
  readonly #applied = new Set<number>();
  /** Told of each product that changes: the orders, also those that are being read. */
  readonly #moved = new Set<NumberSet>();
  #version = Number.NEGATIVE_INFINITY;
  #turn: Promise<void> = Promise.resolve();

  constructor(db: Executor) {
    this.#db = db;
  }

  /** `category:<handle>`, `collection:<handle>`, `option.<name>:<value>`, `region:<id>` and `stock:<id>`, and what has them. */
  get facets(): ReadonlyMap<string, NumberSet> {
    return this.#facets;
  }

  /** Takes in what has changed until now; one at a time. */
  async catchUp(): Promise<void> {
    const state = await readState(this.#db);
    const turn = this.#turn.then(() => this.#take(state));
    this.#turn = turn.catch(() => {});
    await turn;
  }

  async order(sort: IndexedSort, region: string): Promise<LoadedOrder> {
    if (sort === "price") return (await this.prices(region)).ascending;
    if (sort === "-price") return (await this.prices(region)).descending;
    return this.#keep(this.#orders, sort, async (moved) => {
      const { numbers } = await readOrder(this.#db, sort, region);
      return new LoadedOrder(numbers, moved);
    });
  }

  async prices(region: string): Promise<Prices> {
    return this.#keep(this.#prices, region, async (moved) => {
      const { numbers, minor } = await readOrder(this.#db, "price", region);
      const prices = new Prices(numbers, minor, moved);
      // What changed while they were read; and while that was read.
      for (let known = 0; known < moved.size;) {
        known = moved.size;
        await this.#readPrices(prices, region, [...moved]);
      }
      return prices;
    });
  }

  async #take(state: State): Promise<void> {
    // An older state than what somebody else took in meanwhile has nothing new.
    if (state.version < this.#version) return;
    if (state.version > this.#version + mostVersionsBehind) await this.#readAnew();
    else if (state.version > this.#version) {
      const taken = await readTaken(this.#db, this.#version, state.version);
      if (taken.length > mostChangesBehind) await this.#readAnew();
      else {
        await this.#readProducts(taken.filter(({ id }) => !this.#applied.has(id)));
        for (const { id } of taken) this.#applied.delete(id);
        this.#version = state.version;
      }
    }
    const pending = state.pending.filter(({ id }) => !this.#applied.has(id));
    await this.#readProducts(pending);
    for (const { id } of pending) this.#applied.add(id);
  }

  async #readAnew(): Promise<void> {
    const { version, facets } = await readFacetMaps(this.#db);
    this.#facets = facets;
    this.#version = version;
    for (const forgotten of [this.#applied, this.#moved, this.#orders, this.#prices])
      forgotten.clear();
  }

  async #readProducts(changes: readonly { number: number }[]): Promise<void> {
    const changed = [...new Set(changes.map(({ number }) => number))];
    for (let at = 0; at < changed.length; at += atOnce) {
      const numbers = changed.slice(at, at + atOnce);
      const found = await readFacetsOf(this.#db, numbers);
      for (const set of this.#facets.values()) for (const number of numbers) set.delete(number);
      for (const { number, facet } of found) {
        const set = this.#facets.get(facet) ?? new NumberSet();
        this.#facets.set(facet, set);
        set.add(number);
      }
      for (const moved of this.#moved) for (const number of numbers) moved.add(number);
      for (const [region, { value }] of this.#prices)
        if (value) await this.#readPrices(value, region, numbers);
    }
  }

  async #readPrices(prices: Prices, region: string, numbers: readonly number[]): Promise<void> {
    for (const { number, minor } of await readPricesOf(this.#db, region, numbers))
      prices.set(number, minor ?? undefined);
  }

  async #keep<Key, T extends { moved: NumberSet }>(
    kept: Map<Key, Kept<T>>,
    key: Key,
    read: (moved: NumberSet) => Promise<T>,
  ): Promise<T> {
    const entry = kept.get(key) ?? {};
    kept.set(key, entry);
    const { value } = entry;
    if (value && value.moved.size <= manyMoved) return value;
    entry.reading ??= this.#read(entry, read).finally(() => delete entry.reading);
    if (!value) return entry.reading;
    // The old one serves until then; if it can't be read now, the next list tries again.
    entry.reading.catch(() => {});
    return value;
  }

  async #read<T extends { moved: NumberSet }>(
    entry: Kept<T>,
    read: (moved: NumberSet) => Promise<T>,
  ): Promise<T> {
    const moved = new NumberSet();
    this.#moved.add(moved);
    try {
      const value = await read(moved);
      if (entry.value) this.#moved.delete(entry.value.moved);
      entry.value = value;
      return value;
    } catch (error) {
      this.#moved.delete(moved);
      throw error;
    }
  }
}
