import { createClient, type Database } from "../client.ts";
import { requireLocal } from "./local-only.ts";
import { addShelves } from "./shelves.ts";
import { demoLocations } from "./locations.ts";
import { stableId } from "./digest.ts";
import { departments } from "./shop.ts";
import { insertBatch, type Surroundings, syntheticId } from "./synthetic/batch.ts";
import { adjectives, materials, nouns, places } from "./synthetic/vocabulary.ts";

/** Products of one transaction. */
const BATCH = 10_000;
/** Connections: Postgres builds a batch on one core. */
const LANES = 2;

/**
 * Fills the catalogue with `products` generated products for benchmarks: one to three variants each, prices in every
 * region, categories, facets and stock with its ledger; the same on every machine. What is there already is kept, so an
 * interrupted run goes on where it stopped and a larger number adds the rest. Returns how many were added.
 * @throws NotLocalError when the database is not on this machine
 */
export async function loadSynthetic({
  databaseUrl,
  products,
  onProgress = () => {},
}: {
  databaseUrl: string;
  products: number;
  onProgress?: (progress: { done: number; total: number }) => void;
}): Promise<number> {
  const db = createClient(databaseUrl, {
    max: LANES,
    applicationName: "meridian-synthetic",
    statementTimeoutMs: 0,
  });
  try {
    requireLocal(db.$client);
    const at = await surroundings(db);
    const starts = Array.from(
      { length: Math.ceil(products / BATCH) },
      (_, batch) => batch * BATCH + 1,
    ).values();
    let done = 0;
    let added = 0;
    const lane = async () => {
      for (const start of starts) {
        const end = Math.min(products, start + BATCH - 1);
        const more = await fill(db, start, end, at);
        added += more;
        done += end - start + 1;
        onProgress({ done, total: products });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await finish(db);
    return added;
  } finally {
    await db.$client.end();
  }
}

/** Adds what is missing of the products `start` to `end`: a batch is whole, absent, or cut short at its end. */
async function fill(db: Database, start: number, end: number, at: Surroundings): Promise<number> {
  const client = db.$client;
  const [row] = await client<{ last: string | null }[]>`
    select max(id) as last from product where id between ${syntheticId("prod", start)} and ${syntheticId("prod", end)}`;
  const from = row?.last ? Number.parseInt(row.last.slice(-16), 16) + 1 : start;
  if (from > end) return 0;
  await client.begin(async (tx) => insertBatch(tx, from, end, at));
  return end - from + 1;
}

/** The demo shop's categories and warehouses; generated products borrow its pictures. */
async function surroundings(db: Database): Promise<Surroundings> {
  const shelves = await db.transaction(async (tx) => addShelves(tx, new Date()));
  const leaves = departments.flatMap(({ handle: parentHandle, leaves }) =>
    leaves.map((leaf) => ({ ...leaf, parentHandle })),
  );
  return {
    categories: leaves.map(({ handle, parentHandle }) => ({
      id: shelves.categories.get(handle) ?? "",
      handle,
      parentHandle,
    })),
    locationIds: demoLocations.map(({ key }) => stableId("loc", key)),
    pictures: leaves.map(({ cover }) => `/media/${cover}/hero`),
  };
}

/** Words for the search's corrections, facet maps, and fresh statistics: without them the planner would guess. */
async function finish(db: Database): Promise<void> {
  const client = db.$client;
  // What a batch changed stays noted until here: also of a run that was cut off.
  const [change] = await client`select from catalog_change where version is null limit 1`;
  if (!change) return;
  await client`
    insert into search_word (word)
    select distinct lower(word) from unnest(${[...adjectives, ...materials, ...nouns, ...places]}::text[]) word
     where length(word) >= 3 on conflict do nothing`;
  await client`select rebuild_facet_maps()`;
  for (const table of [
    "facet_map",
    "catalog_change",
    "product",
    "product_category",
    "product_option",
    "variant",
    "price",
    "product_price",
    "image",
    "level",
    "movement",
  ]) {
    await client`vacuum (analyze) ${client(table)}`;
  }
}
