/** Records -> what they ask for, or what is wrong with them. The same fields in CSV and NDJSON. */
import { z } from "zod";
import { RegionId, VariantId } from "../../catalog/contract.ts";
import { AddProduct, Amount } from "../../catalog/contract/products.ts";
import { LocationId, Quantity } from "../../inventory/contract.ts";
import { DomainError } from "../../kernel/errors.ts";
import { Currency } from "../../kernel/money-shape.ts";
import { requireStorableText } from "../../kernel/text.ts";
import type { FileFormat, Subject } from "../contract.ts";
import type { RowRefusal } from "./records.ts";

/** A variant by its code or its id. */
const variantKey = {
  sku: z.string().min(1).max(255).nullish(),
  variantId: VariantId.optional(),
};
const oneKey = { message: "needs a sku or a variantId", path: ["sku"] };
const hasKey = ({ sku, variantId }: { sku?: unknown; variantId?: unknown }) =>
  typeof sku === "string" || variantId !== undefined;
const version = z.number().int().optional();

export const StockRow = z
  .strictObject({
    ...variantKey,
    locationId: LocationId,
    onHand: Quantity,
    expectedVersion: version,
  })
  .refine(hasKey, oneKey);
export type StockRow = z.infer<typeof StockRow>;

const amount = Amount.shape.amountMinor;
export const PriceRow = z
  .strictObject({
    ...variantKey,
    region: RegionId,
    currency: Currency,
    /** Absent or null: not sold there. */
    amountMinor: amount.nullish(),
    compareAtMinor: amount.nullish(),
    expectedVersion: version,
  })
  .refine(hasKey, oneKey);
export type PriceRow = z.infer<typeof PriceRow>;

/** What an export tells beside what can be set is let through, so that its file can come back. */
const told = { id: z.string(), version: z.number() };
const times = { publishedAt: z.string().nullable(), createdAt: z.string(), updatedAt: z.string() };
export const ProductRow = AddProduct.omit({ idempotencyKey: true })
  .partial({ title: true, variants: true })
  .extend(z.object({ ...told, ...times }).partial().shape);
export type ProductRow = z.infer<typeof ProductRow>;

const schemas = { products: ProductRow, prices: PriceRow, stock: StockRow };
const numbers = new Set(["onHand", "amountMinor", "compareAtMinor", "expectedVersion"]);

/** What a record of this subject asks for. */
export function readRow<S extends Subject>(
  subject: S,
  format: FileFormat,
  fields: Record<string, unknown>,
): { row: z.infer<(typeof schemas)[S]> } | { refusals: RowRefusal[] } {
  try {
    requireStorableText(fields);
  } catch (error) {
    if (error instanceof DomainError) return { refusals: refusalsOf(error) };
    throw error;
  }
  // A product's lines are one record already, with their numbers read.
  const isCells = format === "csv" && subject !== "products";
  const parsed = schemas[subject].safeParse(isCells ? fromCells(fields) : fields);
  if (parsed.success) return { row: parsed.data as z.infer<(typeof schemas)[S]> };
  return {
    refusals: parsed.error.issues
      .slice(0, 10)
      .flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.map((column) => ({ column, reason: "is not a known field" }))
          : [{ column: issue.path.join(".") || null, reason: issue.message }],
      ),
  };
}

function fromCells(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, cell]) => {
      const isNumber = numbers.has(name) && /^-?\d{1,15}$/.test(String(cell));
      return [name, isNumber ? Number(cell) : cell];
    }),
  );
}

/** A refusal by the service, at the field that it names. */
export function refusalsOf({ message, errors, reason, details }: DomainError): RowRefusal[] {
  if (errors !== undefined && errors.length > 0) {
    return errors.map(({ pointer, message: why }) => ({
      column: pointer.slice(1).replaceAll("/", ".") || null,
      reason: why,
    }));
  }
  return [
    {
      column: null,
      reason: `${message} (${reason}${details ? ` ${JSON.stringify(details)}` : ""})`,
    },
  ];
}
