/** The import of a Shopify product export: file -> rows -> products -> one transaction each. */
import { stat } from "node:fs/promises";
import type postgres from "postgres";
import { createClient } from "../../client.ts";
import type { CurrencyCode, Rate } from "./currency.ts";
import { groupRows, type RowGroup } from "./group.ts";
import { openMarket } from "./market.ts";
import { toProduct } from "./product.ts";
import { ProductWriter } from "./product-writer.ts";
import type { Refusal } from "./refusal.ts";
import { readRows } from "./rows.ts";

export type ImportOptions = {
  databaseUrl: string;
  file: string;
  /** What the file's prices are in. */
  currency: CurrencyCode;
  /** What one unit of it is worth in others; regions of a currency without a rate get no price. */
  rates: ReadonlyMap<CurrencyCode, Rate>;
  /** Id of the location that the file's quantities are at; the first one when not given. */
  location?: string | undefined;
  /** Checks everything, also against the database, and writes nothing. */
  isDryRun: boolean;
  onRefusal?: (refusal: Refusal) => void;
  onProgress?: (bytes: number, totalBytes: number, rows: number) => void;
};

export type ImportReport = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  refusedProducts: number;
  /** Rows of the products that did not go in, the faultless ones included. */
  refusedRows: number;
  /** Regions in which the products got no price, and are not shown. */
  unsoldRegions: string[];
  /** Columns of the file that this shop has no place for. */
  ignoredColumns: string[];
};

/** Enough to keep two cores of a database busy, few enough for a shop to go on selling meanwhile. */
const concurrency = 4;

/**
 * Each product runs the same small statements: they are planned once, in whatever state the tables are then, for tables
 * of any size. And products do not wait for the disk one by one: the last commit waits for all. What a crash of the
 * machine takes until then, the next import brings again.
 */
const settings = {
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  synchronous_commit: "off",
};

/** @throws UnreadableFileError when the file as a whole can't be imported; a bad row alone never throws */
export async function importShopify(options: ImportOptions): Promise<ImportReport> {
  const { size } = await stat(options.file);
  const reader = await readRows(options.file);
  const db = createClient(options.databaseUrl, {
    max: concurrency,
    applicationName: "meridian-import",
    statementTimeoutMs: 60_000,
    settings,
  });
  const report: ImportReport = {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    refusedProducts: 0,
    refusedRows: 0,
    unsoldRegions: [],
    ignoredColumns: reader.header.ignored,
  };
  const refuse = (group: RowGroup, refusals: readonly Refusal[]) => {
    report.refusedProducts++;
    report.refusedRows += group.rowCount;
    for (const refusal of refusals) options.onRefusal?.(refusal);
  };
  try {
    const market = await openMarket(db.$client, options);
    report.unsoldRegions = market.unsoldRegions;
    const writer = new ProductWriter(db.$client, market, options.isDryRun);
    const groups = groupRows(reader.rows);
    // Each worker asks for its next product when it has written one: the file is read no faster than it goes in.
    const work = async () => {
      for await (const group of shared(groups)) {
        report.rows += group.rowCount;
        const read = toProduct(group, options.currency);
        const outcome = "product" in read ? await writer.write(read.product) : read;
        if (typeof outcome === "string") report[outcome]++;
        else refuse(group, outcome.refusals);
        options.onProgress?.(Math.min(reader.bytesRead(), size - 1), size, report.rows);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    if (!options.isDryRun) await settle(db.$client);
    options.onProgress?.(size, size, report.rows);
    return report;
  } finally {
    await db.$client.end();
  }
}

/** Brings lists and counts up to date, and what was written to the disk. */
async function settle(sql: postgres.Sql): Promise<void> {
  for (;;) {
    const [row] = await sql.begin(async (tx) => {
      await tx`set local synchronous_commit = on`;
      // With an id of its own the transaction commits, and waits for the disk, even if nothing is left to apply.
      return tx<{ applied: number }[]>`
        select apply_catalog_changes(20000) as applied, pg_current_xact_id()`;
    });
    if (!row || row.applied === 0) return;
  }
}

/** An iterator that several loops may share: the end of one does not close it for the others. */
function shared<T>(source: AsyncGenerator<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}
