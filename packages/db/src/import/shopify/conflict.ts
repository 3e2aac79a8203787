import type { ImportedProduct } from "./product.ts";
import type { Refusal } from "./refusal.ts";

type DatabaseError = { code?: string; constraint_name?: string; detail?: string };

/** What the database refused, as a refusal of the row to blame; undefined when no row is. */
export function explainConflict(error: unknown, product: ImportedProduct): Refusal | undefined {
  const { code, constraint_name: constraint, detail } = error as DatabaseError;
  if (code === "23505" && constraint === "variant_sku_unique") {
    const sku = /\(sku\)=\((.*)\) already exists/.exec(detail ?? "")?.[1];
    const lines = product.variants.filter((variant) => variant.sku === sku);
    const line = (lines[1] ?? lines[0])?.line ?? product.line;
    return { line, column: "Variant SKU", reason: `"${sku}" is another variant's code already` };
  }
  // 22xxx: a value that fits no column; 23514: a check of the shop's.
  if (code?.startsWith("22") || code === "23514") {
    return { line: product.line, column: null, reason: (error as Error).message };
  }
  return undefined;
}
