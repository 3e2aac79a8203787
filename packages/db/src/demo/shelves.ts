import { inArray } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { categories, collections, locations } from "../schema.ts";
import { add } from "./add.ts";
import { collections as demoCollections } from "./collections.ts";
import { stableId } from "./digest.ts";
import { demoLocations } from "./locations.ts";
import { type Department, departments, leaves } from "./shop.ts";

const DAY_MS = 86_400_000;

/** What goods are put on: category and collection ids by handle. */
export type Shelves = { categories: Map<string, string>; collections: Map<string, string> };

/** Adds locations, categories and collections. A shelf that the shop has under the same handle is used instead. */
export async function addShelves(tx: Transaction, now: Date): Promise<Shelves> {
  await add(
    tx,
    locations,
    demoLocations.map(({ key, ...location }, position) => ({
      id: stableId("loc", key),
      ...location,
      position,
    })),
  );
  await add(
    tx,
    categories,
    departments.map((department, i) => categoryRow(department, i, null)),
  );
  const parents = await idsOf(tx, categories, departments);
  await add(
    tx,
    categories,
    departments.flatMap(({ handle, leaves }) =>
      leaves.map((leaf, i) => categoryRow(leaf, i, parents.get(handle) ?? null)),
    ),
  );
  await add(
    tx,
    collections,
    demoCollections.map((collection, position) => collectionRow(collection, position, now)),
  );
  return {
    categories: await idsOf(tx, categories, leaves),
    collections: await idsOf(tx, collections, demoCollections),
  };
}

async function idsOf(
  tx: Transaction,
  table: typeof categories | typeof collections,
  shelves: readonly { handle: string }[],
): Promise<Map<string, string>> {
  const handles = shelves.map(({ handle }) => handle);
  const rows = await tx
    .select({ id: table.id, handle: table.handle })
    .from(table)
    .where(inArray(table.handle, handles));
  return new Map(rows.map(({ id, handle }) => [handle, id]));
}

function categoryRow(
  { handle, title, line, hue, cover }: Omit<Department, "leaves">,
  position: number,
  parentId: string | null,
) {
  return {
    id: stableId("cat", handle),
    parentId,
    handle,
    title,
    description: line,
    position,
    hue,
    imageSrc: `/media/${cover}/hero`,
  };
}

function collectionRow(
  { handle, title, line, hue, opensAfterDays, admits }: (typeof demoCollections)[number],
  position: number,
  now: Date,
) {
  const startsAt = opensAfterDays === undefined ? null : openingAfter(now, opensAfterDays);
  const id = stableId("col", handle);
  return { id, handle, title, description: line, position, hue, startsAt, admits };
}

/** Six in the evening UTC, some days from now. */
function openingAfter(now: Date, days: number): string {
  const day = new Date(now.getTime() + days * DAY_MS);
  day.setUTCHours(18, 0, 0, 0);
  return day.toISOString();
}
