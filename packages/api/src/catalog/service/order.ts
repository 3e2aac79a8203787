/** Keyset orders of a list: what it sorts by, where a page begins, and the cursor that says so. */
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { Instant } from "../../kernel/instant.ts";
import { ProductId, type ProductSort } from "../contract.ts";
import { relevance } from "./search.ts";

/** Where the page before ended. */
export type Position = {
  key: string | number;
  id: string;
  /** That page showed a corrected search, so this one does. */
  isCorrected: boolean;
};

const amount = z.number().int();
const keyOfCursor = {
  relevance: amount,
  newest: Instant,
  price: amount,
  "-price": amount,
  title: z
    .string()
    .max(80)
    .regex(/^[^\0]*$/),
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

type Order = {
  key: SQL;
  /** The key's type in SQL. */
  type: SQL;
  /** Decides between equal keys, so that every order is total; of the table whose index carries the order. */
  id: SQL;
  way: "asc" | "desc";
};

function orderOf(sort: ProductSort, words: readonly string[]): Order {
  const id = sql`p.id`;
  const price = { key: sql`pp.min_minor`, type: sql`bigint`, id: sql`pp.product_id` };
  switch (sort) {
    case "relevance":
      return { key: relevance(words), type: sql`int`, id, way: "desc" };
    case "newest":
      return { key: sql`p.published_at`, type: sql`timestamptz`, id, way: "desc" };
    case "price":
      return { ...price, way: "asc" };
    case "-price":
      return { ...price, way: "desc" };
    case "title": {
      const key = sql`left(lower(immutable_unaccent(p.title)), 80) collate "C"`;
      return { key, type: sql`text`, id, way: "asc" };
    }
  }
}

/** `select id, key` of the products that `source` (its `from ... where`) lets through, after a position. */
export function keysetPage(
  source: SQL,
  sort: ProductSort,
  words: readonly string[],
  after: Position | undefined,
  limit: number,
): SQL {
  const { key, type, id, way } = orderOf(sort, words);
  const beyond = way === "asc" ? sql`>` : sql`<`;
  const rest = after
    ? sql`and (${key}, ${id}) ${beyond} (${after.key}::${type}, ${after.id})`
    : sql``;
  const isNewest = sort === "newest";
  const shown = isNewest
    ? sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : key;
  // The index of "newest" is declared with nulls last: only the same words let the planner use it.
  const direction = sql.raw(isNewest ? "desc nulls last" : way);
  return sql`select p.id, ${shown} as key from ${source} ${rest}
    order by ${key} ${direction}, ${id} ${direction} limit ${limit}`;
}
