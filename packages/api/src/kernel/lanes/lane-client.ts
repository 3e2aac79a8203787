import { createClient, type Database } from "@meridian/db/client.ts";

/** Two lanes for each of two kinds of work. */
const connections = 4;

/**
 * The connections of a process's lanes. What lanes ask for has a known key, so nothing is ever scanned there: without
 * this, a plan that was made and kept while a table was small goes on reading all of it (9 ms instead of 0.1 ms at 60,000 holds).
 */
export function createLaneClient(url: string, applicationName?: string): Database {
  return createClient(url, {
    max: connections,
    // One slow batch delays the next.
    statementTimeoutMs: 5_000,
    settings: {
      enable_seqscan: "off",
      enable_hashjoin: "off",
      enable_mergejoin: "off",
      plan_cache_mode: "force_generic_plan",
    },
    ...(applicationName !== undefined && { applicationName }),
  });
}
