/** Keyset orders of a list: what it sorts by, where a page begins, and the cursor that says so. */
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { ProductId, type ProductSort } from "../contract.ts";

/** An order that an index carries. */
export type IndexedSort = Exclude<ProductSort, "relevance">;

/** Where a product stands in an order: the sort's key, then the id. */
export type Place = { key: string | number; id: string };

/** Where the page before ended. */
export type Position = Place & {
  /** That page showed a corrected search, so this one does. */
  isCorrected: boolean;
};

const amount = z.number().int();
const keyOfCursor = {
  /** How well it fits, and when it came: `4.1767225600000000`. */
  relevance: z.string().regex(/^[0-5]\.-?\d{1,16}$/),
  newest: amount,
  price: amount,
  "-price": amount,
  title: z
    .string()
    .max(80)
    .regex(/^[^\0]*$/),
  rating: amount,
} satisfies Record<ProductSort, z.ZodType>;

export function encodePosition(sort: ProductSort, { key, id, isCorrected }: Position): string {
  return encodeCursor([sort, key, id, isCorrected ? 1 : 0]);
}

/** @throws malformed `page.bad_cursor`, also for a cursor of another order */
export function decodePosition(sort: ProductSort, cursor: string): Position {
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
  return sort === "price" || sort === "title";
}
