import { ProblemError, type Meridian } from "@meridian/sdk";
import type { Books, Level } from "./books.ts";

/** How many levels one read tells. */
const perRead = 100;
/** Few, so that a copy that is killed has not come far for nothing. */
const productsPerPage = 10;
const types = ["meridian.stock.changed"];

/** Learns what the shop has, for as long as the process lives: all of it once, then every change by the event feed. */
export async function pullForever(shop: Meridian, books: Books, locationId: string) {
  for (;;) {
    try {
      await copyAll(shop, books, locationId);
      for (;;) await learnChanges(shop, books, locationId);
    } catch (error) {
      // Away for longer than the feed is kept: begin anew.
      if (!(error instanceof ProblemError) || !error.is("events.cursor_gone")) throw error;
      books.learn([], { feed: null, copy: null });
    }
  }
}

/** The place in the feed is taken before the copy begins, so that nothing falls between the two. */
async function copyAll(shop: Meridian, books: Books, locationId: string) {
  if (books.places.feed === null) {
    const { cursor } = await shop.events.list({ after: "latest", limit: 1 });
    books.learn([], { feed: cursor });
  }
  for (let { copy } = books.places; copy !== "done";) {
    const cursor = copy ?? undefined;
    const page = await shop.catalog.list({ limit: productsPerPage, sort: "newest", cursor });
    const variantIds = page.items.flatMap(({ variants }) => variants.map(({ id }) => id));
    copy = page.nextCursor ?? "done";
    books.learn(await readLevels(shop, variantIds, locationId), { copy });
  }
}

/** An event says what changed; the levels are read, and are at least as new. They and the place behind them are saved as one. */
async function learnChanges(shop: Meridian, books: Books, locationId: string) {
  const after = books.places.feed ?? undefined;
  const page = await shop.events.list({ after, types, limit: perRead, wait: 20 });
  const variantIds = [...new Set(page.items.map(({ subject }) => subject))];
  books.learn(await readLevels(shop, variantIds, locationId), { feed: page.cursor });
}

/** What the shop has at the location now, of as many variants as are asked for. */
export async function readLevels(
  shop: Meridian,
  variantIds: readonly string[],
  locationId: string,
): Promise<Level[]> {
  const levels: Level[] = [];
  for (let from = 0; from < variantIds.length; from += perRead) {
    const asked = variantIds.slice(from, from + perRead);
    const { items } = await shop.inventory.list({ variantIds: asked });
    const everywhere = items.flatMap((one) => one.levels ?? []);
    levels.push(...everywhere.filter((level) => level.locationId === locationId));
  }
  return levels;
}
