import { problemOf } from "#api/problem.ts";

/** Where a route answers all the same, a failure of the API still stands in the server's log; what the API refused is none. */
export function logFailure(error: unknown): void {
  // oxlint-disable-next-line no-console -- the server's log, as Next writes what is thrown
  if ((problemOf(error)?.status ?? 503) >= 500) console.error(error);
}
