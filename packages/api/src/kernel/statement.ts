import type { Executor } from "@meridian/db/client.ts";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

const dialect = new PgDialect({ casing: "snake_case" });

/**
 * Runs hand-written SQL as a prepared statement and returns its rows as they come: numbers of int4,
 * text of everything else. Lists go in as one array, `sql.param(values)`, so that the text stays
 * the same for every length: Drizzle's own `execute` describes each statement anew, which costs a
 * second round trip, and its way with arrays makes a new text per length.
 */
export async function statement<Row extends Record<string, unknown>>(
  db: Executor,
  query: SQL,
): Promise<Row[]> {
  const prepared = db._.session.prepareQuery(
    dialect.sqlToQuery(query),
    undefined,
    "statement",
    false,
  );
  const rows = (await prepared.execute()) as Iterable<Row>;
  return [...rows];
}
