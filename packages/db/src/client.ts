import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsTransaction,
} from "drizzle-orm/postgres-js";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import postgres from "postgres";
import * as schema from "./schema.ts";

export type Schema = typeof schema;
export type Database = PostgresJsDatabase<Schema> & { $client: postgres.Sql };
export type Transaction = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>;
/** What a query may run on: the pool, or a transaction that is under way. */
export type Executor = Database | Transaction;

export type ClientOptions = {
  /** Connections in the pool. */
  max?: number;
  applicationName?: string;
  /** A statement that runs longer is cancelled by the server. */
  statementTimeoutMs?: number;
  /** Further settings of each session, by their names in Postgres. */
  settings?: Record<string, string | number>;
  /** Told of each connection that closes, for whatever reason. */
  onClose?: () => void;
};

/** One pool on one Postgres. Close it with `db.$client.end()`. */
export function createClient(url: string, options: ClientOptions = {}): Database {
  const client = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    ...(options.onClose && { onclose: options.onClose }),
    connection: {
      application_name: options.applicationName ?? "meridian",
      statement_timeout: options.statementTimeoutMs ?? 15_000,
      // A process that died mid-transaction must not keep its locks.
      idle_in_transaction_session_timeout: 30_000,
      TimeZone: "UTC",
      // Many short queries at once share the cores: starting helpers takes longer than most of them.
      // As text: the driver leaves out what is falsy.
      max_parallel_workers_per_gather: "0",
      ...options.settings,
    },
  });
  return drizzle(client, { schema, casing: "snake_case" });
}
