import type postgres from "postgres";
import type { Executor } from "../client.ts";

/** The driver's own handle of a pool or transaction: for statements that are sent together, each prepared once. */
export function driverOf(db: Executor): postgres.ISql {
  return (db._.session as unknown as { client: postgres.ISql }).client;
}
