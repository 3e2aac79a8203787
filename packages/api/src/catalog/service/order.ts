/** Keyset orders of a list: what it sorts by, where a page begins, and the cursor that says so. */
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import type { OtherLanguage } from "../../kernel/language.ts";
import { ProductId, type ProductSort } from "../contract.ts";

/** How a list is sorted; by title in another language than English, it is another order. */
export type ListSort = ProductSort | `title.${OtherLanguage}`;
/** An order that an index carries, or that is read whole. */
export type IndexedSort = Exclude<ListSort, "relevance">;

/** Where a product stands in an order: the sort's key, then the id. */
export type Place = { key: string | number; id: string };

/** Where the page before ended. */
export type Position = Place & {
  /** That page showed a corrected search, so this one does. */
  isCorrected: boolean;
};

const amount = z.number().int();
const title = z
  .string()
  .max(80)
  .regex(/^[^\0]*$/);
const keyOfCursor = {
  /** How well it fits, and when it came: `4.1767225600000000`. */
  relevance: z.string().regex(/^[0-5]\.-?\d{1,16}$/),
  newest: amount,
  price: amount,
  "-price": amount,
  title,
  "title.de": title,
  "title.ja": title,
  rating: amount,
} satisfies Record<ListSort, z.ZodType>;

export function encodePosition(sort: ListSort, { key, id, isCorrected }: Position): string {
  return encodeCursor([sort, key, id, isCorrected ? 1 : 0]);
}

/** @throws malformed `page.bad_cursor`, also for a cursor of another order */
export function decodePosition(sort: ListSort, cursor: string): Position {
  const shape = z.tuple([
    z.literal(sort),
    keyOfCursor[sort],
    ProductId,
    z.union([z.literal(0), z.literal(1)]),
  ]);
  const [, key, id, corrected] = decodeCursor(cursor, shape);
  return { key, id, isCorrected: corrected === 1 };
}

/** An order over `product p` joined with `product_price pp`. */
export type Order = {
  key: SQL;
  /** Decides between equal keys, so that every order is total; of the table whose index carries the order. */
  id: SQL;
  number: SQL;
  /** What else of a product `p` the key needs. */
  join?: SQL;
  /** The table whose index carries the order, and what of it is shown at all. */
  source(region: string): SQL;
  way: SQL;
  /** The key as the caller gets it and gives it back. Instants are microseconds: in one millisecond many products come. */
  shown(key: SQL): SQL;
  given(key: Place["key"]): SQL;
};

const activeProducts = () => sql`product p where p.status = 'active'`;
const regionalPrices = (region: string) => sql`product_price pp where pp.region_id = ${region}`;

function byPrice(way: "asc" | "desc"): Order {
  return {
    key: sql`pp.min_minor`,
    id: sql`pp.product_id`,
    number: sql`pp.number`,
    source: regionalPrices,
    way: sql.raw(way),
    shown: (key) => sql`${key}::float8`,
    given: (key) => sql`${key}::bigint`,
  };
}

/** No index carries it: a language's titles are read whole, and once for each process. */
function byTitleIn(language: OtherLanguage): Order {
  const join = sql.raw(
    `left join product_translation told on told.product_id = p.id and told.language = '${language}'`,
  );
  return {
    key: sql`coalesce(left(told.folded, 80), p.sort_title) collate "C"`,
    id: sql`p.id`,
    number: sql`p.number`,
    join,
    source: () => sql`product p ${join} where p.status = 'active'`,
    way: sql`asc`,
    shown: (key) => key,
    given: (key) => sql`${key}::text`,
  };
}

export const orders: Readonly<Record<IndexedSort, Order>> = {
  newest: {
    key: sql`p.published_at`,
    id: sql`p.id`,
    number: sql`p.number`,
    source: activeProducts,
    // The index is declared with nulls last: only the same words let the planner use it.
    way: sql`desc nulls last`,
    shown: (key) => sql`(extract(epoch from ${key}) * 1000000)::float8`,
    given: (key) => sql`timestamptz 'epoch' + ${key}::float8 * interval '1 microsecond'`,
  },
  price: byPrice("asc"),
  "-price": byPrice("desc"),
  title: {
    key: sql`p.sort_title collate "C"`,
    id: sql`p.id`,
    number: sql`p.number`,
    source: activeProducts,
    way: sql`asc`,
    shown: (key) => key,
    given: (key) => sql`${key}::text`,
  },
  "title.de": byTitleIn("de"),
  "title.ja": byTitleIn("ja"),
  rating: {
    key: sql`rating_rank(p.rating_sum, p.rating_count)`,
    id: sql`p.id`,
    number: sql`p.number`,
    source: activeProducts,
    way: sql`desc`,
    shown: (key) => sql`${key}::float8`,
    given: (key) => sql`${key}::bigint`,
  },
};

/** `and` what comes behind a place. */
export function behind({ key, id, given }: Order, isAscending: boolean, after?: Place): SQL {
  if (after === undefined) return sql``;
  const beyond = isAscending ? sql`>` : sql`<`;
  return sql`and (${key}, ${id}) ${beyond} (${given(after.key)}, ${after.id})`;
}

export function isAscending(sort: IndexedSort): boolean {
  return sort === "price" || sort.startsWith("title");
}
