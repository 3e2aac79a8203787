import { DomainError } from "../../kernel/errors.ts";

type DatabaseError = { code?: string; constraint_name?: string; detail?: string };

/**
 * What the database refused because somebody else has it, as a refusal; the error itself when it is none. The
 * database decides, since two who want the same name at once can't be told apart before.
 */
export function conflictOf(error: unknown): unknown {
  const { code, constraint_name: constraint, detail } = error as DatabaseError;
  if (code !== "23505") return error;
  const value = /\)=\((.*)\) already exists/.exec(detail ?? "")?.[1] ?? "";
  if (constraint === "variant_sku_unique") {
    return new DomainError("conflict", "catalog.sku_taken", {
      message: "Another variant has this code.",
      details: { sku: value },
    });
  }
  if (constraint?.endsWith("_handle_unique")) {
    return new DomainError("conflict", "catalog.handle_taken", {
      message: "Another one has this handle.",
      details: { handle: value },
    });
  }
  // Variants that change places by their ids.
  if (constraint === "variant_options") {
    return new DomainError("invalid", "catalog.duplicate_variant", {
      message: "Another variant of the product has these options.",
      details: { variants: [] },
    });
  }
  return error;
}
