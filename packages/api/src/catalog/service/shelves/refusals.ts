import { DomainError } from "../../../kernel/errors.ts";
import { conflictOf } from "../conflict.ts";

type Kind = "category" | "collection";

/** @throws not_found `catalog.category_not_found`, `catalog.collection_not_found` {handle} */
export function found<Row>(row: Row | undefined, kind: Kind, handle: string): Row {
  if (row !== undefined) return row;
  throw new DomainError("not_found", `catalog.${kind}_not_found`, {
    message: `There is no such ${kind}.`,
    details: { handle },
  });
}

/** @throws precondition_failed `catalog.version_mismatch` {expected, actual}, `current` is the present one */
export function requireVersion(kind: Kind, expected: number, current: { version: number }): void {
  if (current.version === expected) return;
  throw new DomainError("precondition_failed", "catalog.version_mismatch", {
    message: `The ${kind} has changed since it was read.`,
    details: { expected, actual: current.version },
    current,
  });
}

/** @throws conflict `catalog.handle_taken` {handle} */
export function rethrow(error: unknown): never {
  // Drizzle's own errors carry the driver's as their cause.
  throw conflictOf(error instanceof Error && error.cause ? error.cause : error);
}

export function tooDeep(parent: string): DomainError {
  return new DomainError("invalid", "catalog.category_too_deep", {
    message: "Categories have two levels.",
    details: { parent },
  });
}
