import { DomainError, refusalOf } from "@meridian/api/server.ts";
import { parseTagList } from "./etag.ts";

/** Larger than any version that a row can have: a write that expects it always fails, and tells the current one. */
export const noVersion = 2_147_483_647;

/** What a conditional write expects; null: nothing was asked. */
export type Precondition =
  | { isAny: true; versions: readonly never[] }
  | { isAny: false; versions: readonly number[] };

/**
 * Reads If-Match, and `If-None-Match: *` as "must not exist yet" (version 0). Weak tags and tags that no
 * version has match nothing: RFC 9110 13.1.1 compares strongly.
 * @throws malformed `request.invalid_header`
 */
export function writePrecondition(headers: {
  "if-match"?: string | undefined;
  "if-none-match"?: string | undefined;
}): Precondition | null {
  const ifMatch = headers["if-match"];
  if (ifMatch === undefined) {
    return headers["if-none-match"]?.trim() === "*" ? { isAny: false, versions: [0] } : null;
  }
  const tags = parseTagList(ifMatch);
  if (tags === null) {
    throw new DomainError("malformed", "request.invalid_header", {
      message: 'If-Match must be the ETag that you last saw, in its quotes: If-Match: "3".',
      details: { header: "If-Match" },
    });
  }
  if (tags === "*") return { isAny: true, versions: [] };
  const versions = tags
    .filter(({ value, isWeak }) => !isWeak && /^[1-9]\d{0,8}$/.test(value))
    .map(({ value }) => Number(value));
  return { isAny: false, versions };
}

/**
 * Runs a write that checks one expected version under a precondition that may allow several, or any:
 * where the first guess is refused and the current version is allowed, it is tried again with that.
 */
export async function underPrecondition<T>(
  precondition: Precondition,
  write: (expectedVersion: number) => Promise<T>,
): Promise<T> {
  let expected = precondition.versions[0] ?? noVersion;
  for (let attempt = 1; ; attempt++) {
    try {
      return await write(expected);
    } catch (error) {
      const current = currentVersion(error);
      const isAllowed =
        current !== undefined &&
        (precondition.isAny || precondition.versions.some((version) => version === current));
      if (!isAllowed || current === expected || attempt >= 5) {
        if (expected === noVersion) forgetExpectation(error);
        throw error;
      }
      expected = current;
    }
  }
}

/** The version that a 412 tells; undefined for every other error. */
function currentVersion(error: unknown): number | undefined {
  const refusal = mismatch(error);
  const version = (refusal?.current as { version?: unknown } | undefined)?.version;
  return typeof version === "number" ? version : undefined;
}

/** The number stood for "none", and is ours: the caller never said it. */
function forgetExpectation(error: unknown): void {
  delete mismatch(error)?.details?.["expected"];
}

function mismatch(error: unknown): DomainError | undefined {
  const refusal = refusalOf(error);
  return refusal?.kind === "precondition_failed" ? refusal : undefined;
}
