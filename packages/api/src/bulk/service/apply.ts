/** Doing rows, in the transaction of their step: what each came to. */
import { changePrices } from "../../catalog/service/prices.ts";
import { saveProduct } from "../../catalog/service/write-product.ts";
import { findVariantIds } from "../../catalog/service/variant-ids.ts";
import { changeLevels } from "../../inventory/service/levels.ts";
import { DomainError } from "../../kernel/errors.ts";
import { refusalOf } from "../../kernel/refusal.ts";
import { inSavepoint, type TransactionContext } from "../../kernel/transaction.ts";
import type { Subject } from "../contract.ts";
import type { RowRefusal } from "./records.ts";
import { refusalsOf, type PriceRow, type ProductRow, type StockRow } from "./rows.ts";

export type Outcome = "changed" | "unchanged" | { refusals: RowRefusal[] };

/** How a subject's rows are done. */
export type Work<Row> = {
  /** Rows of a step: products are some dozen statements each, the others a few for all. */
  stepRows: number;
  apply(tx: TransactionContext, jobId: string, rows: readonly Row[]): Promise<Outcome[]>;
};

const stock: Work<StockRow> = {
  stepRows: 500,
  async apply(tx, jobId, rows) {
    return await withVariants(
      tx,
      rows,
      ({ locationId }) => locationId,
      async (known) => {
        const changes = known.map(({ variantId, locationId, onHand, expectedVersion }) => ({
          variantId,
          locationId,
          expectedVersion,
          onlyIfDifferent: true,
          change: () => onHand,
          cause: { reason: "imported" as const, reference: jobId },
        }));
        return (await changeLevels(tx, changes)).map(toOutcome);
      },
    );
  },
};

const prices: Work<PriceRow> = {
  stepRows: 500,
  async apply(tx, _jobId, rows) {
    return await withVariants(
      tx,
      rows,
      ({ region }) => region,
      async (known) => {
        const outcomes = await changePrices(
          tx,
          known.map(({ variantId, region, currency, expectedVersion, ...row }) => ({
            variantId,
            region,
            expectedVersion,
            price: isAmount(row.amountMinor) ? { amountMinor: row.amountMinor, currency } : null,
            compareAt: isAmount(row.compareAtMinor)
              ? { amountMinor: row.compareAtMinor, currency }
              : null,
          })),
        );
        return outcomes.map(toOutcome);
      },
    );
  },
};

const products: Work<ProductRow> = {
  stepRows: 25,
  async apply(tx, _jobId, rows) {
    const outcomes: Outcome[] = [];
    for (const row of rows) outcomes.push(await applyProduct(tx, row));
    return outcomes;
  },
};

function toOutcome(outcome: { isChanged: boolean } | DomainError): Outcome {
  if (outcome instanceof DomainError) return { refusals: refusalsOf(outcome) };
  return outcome.isChanged ? "changed" : "unchanged";
}

/** In a savepoint: what is refused is undone, and costs the step nothing else. */
async function applyProduct(tx: TransactionContext, row: ProductRow): Promise<Outcome> {
  const { id: _id, version: _version, publishedAt: _at, createdAt: _created, ...rest } = row;
  const { updatedAt: _updated, ...wanted } = rest;
  try {
    const { isChanged } = await inSavepoint(tx, (inner) => saveProduct(inner, wanted));
    return isChanged ? "changed" : "unchanged";
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.kind === "unavailable") throw error;
    return { refusals: refusalsOf(refusal) };
  }
}

export const works: { [S in Subject]: Work<never> } = { products, prices, stock };

function isAmount(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

type Keyed = { sku?: string | null | undefined; variantId?: string | undefined };

/**
 * Does those rows whose variants are there; a code is looked up. Rows that change the same thing are done one after the
 * other: a service changes each once.
 */
async function withVariants<Row extends Keyed>(
  tx: TransactionContext,
  rows: readonly Row[],
  placeOf: (row: Row) => string,
  apply: (known: (Row & { variantId: string })[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const skus = rows.flatMap(({ sku, variantId }) =>
    variantId === undefined && typeof sku === "string" ? [sku] : [],
  );
  const ids = await findVariantIds(tx, skus);
  const outcomes: Outcome[] = rows.map(({ sku }) => ({
    refusals: [{ column: "sku", reason: `no variant has the code ${sku}` }],
  }));
  let waiting = rows.flatMap((row, index) => {
    const variantId = row.variantId ?? ids.get(row.sku ?? "");
    return variantId === undefined ? [] : [{ index, row: { ...row, variantId } }];
  });
  while (waiting.length > 0) {
    const now = new Map<string, (typeof waiting)[number]>();
    const later: typeof waiting = [];
    for (const one of waiting) {
      const key = `${one.row.variantId} ${placeOf(one.row)}`;
      if (now.has(key)) later.push(one);
      else now.set(key, one);
    }
    const batch = [...now.values()];
    const done = await apply(batch.map(({ row }) => row));
    for (const [place, outcome] of done.entries()) outcomes[batch[place]?.index ?? -1] = outcome;
    waiting = later;
  }
  return outcomes;
}
