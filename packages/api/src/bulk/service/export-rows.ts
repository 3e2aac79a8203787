/** What exports tell, in the fields that imports read; by keyset, so that memory does not grow with the shop. */
import type { ProductRecord } from "../../catalog/contract/products.ts";
import { listProductRecords } from "../../catalog/service/product-record.ts";
import { listPriceRows, type PriceListRow } from "../../catalog/service/price-rows.ts";
import { listLevelRows, type LevelRow } from "../../inventory/service/level-rows.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";

export type ExportRow = Record<string, unknown>;

const pageRows = 1_000;
/** A product is some kilobytes. */
const pageProducts = 100;

export function productRows(tx: TransactionContext): AsyncGenerator<ExportRow> {
  const read = (after?: ProductRecord) => listProductRecords(tx, after?.id ?? "", pageProducts);
  return pages(read, pageProducts);
}

export function priceRows(tx: TransactionContext): AsyncGenerator<ExportRow> {
  return pages((after?: PriceListRow) => listPriceRows(tx, after, pageRows), pageRows);
}

export function stockRows(tx: TransactionContext): AsyncGenerator<ExportRow> {
  return pages((after?: LevelRow) => listLevelRows(tx, after, pageRows), pageRows);
}

async function* pages<Row>(
  read: (after: Row | undefined) => Promise<Row[]>,
  size: number,
): AsyncGenerator<Row> {
  let last: Row | undefined;
  for (;;) {
    const page = await read(last);
    yield* page;
    last = page.at(-1);
    if (page.length < size) return;
  }
}
