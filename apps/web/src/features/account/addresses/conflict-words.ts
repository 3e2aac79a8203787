import type { PublicError } from "@meridian/api/kernel/public-error.ts";

/** Why an address was not changed; undefined: for no reason of its own. */
export function conflictWords({ reason, details }: PublicError): string | undefined {
  switch (reason) {
    case "addresses.version_mismatch":
      return "It was changed elsewhere meanwhile. Look at it again, then decide.";
    case "addresses.not_found":
      return "It was removed elsewhere meanwhile.";
    case "addresses.too_many":
      return `An account keeps ${Number(details?.["max"])} addresses. Remove one first.`;
    default:
      return undefined;
  }
}
