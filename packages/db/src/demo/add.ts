import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "../client.ts";

/** Rows of one statement: Postgres takes at most 65,535 parameters. */
const CHUNK = 2000;

/** Inserts what is not there yet; a row whose key, handle or SKU is taken is left out. */
export async function add<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: T["$inferInsert"][],
): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    await tx
      .insert(table)
      .values(rows.slice(i, i + CHUNK))
      .onConflictDoNothing();
  }
}
