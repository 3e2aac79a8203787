import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { TRPCClientError } from "@trpc/client";

/** The API's own words on a refusal; undefined when the API was not reached. Switch on its `reason`. */
export function problemOf(error: unknown): PublicError | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  return typeof data === "object" && data !== null && "problem" in data
    ? (data.problem as PublicError)
    : undefined;
}
