import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { type CurrencyCode, isCurrency, parseRate, type Rate } from "../import/shopify/currency.ts";
import { importShopify, type ImportReport } from "../import/shopify/import.ts";
import { describeRefusal, UnreadableFileError } from "../import/shopify/refusal.ts";
import { databaseUrl, typedPath } from "./env.ts";
import { CommandFailure } from "./failure.ts";
import { showProgress } from "./progress.ts";

type Options = {
  currency: CurrencyCode;
  convert: Map<CurrencyCode, Rate>;
  location?: string;
  dryRun?: true;
};

/** A file that is wrong in every row needs no million lines to say so. */
const maxShown = 200;

export function addImport(program: Command): void {
  program
    .command("import")
    .description("bring products in from elsewhere")
    .command("shopify <file>")
    .description(
      "import a Shopify product export (CSV); what is there already is updated by its handle",
    )
    .option("--currency <code>", "what the file's prices are in", currency, "USD")
    .option(
      "--convert <rates>",
      "what one unit is worth elsewhere: EUR=0.92,GBP=0.79,JPY=155",
      rates,
      new Map(),
    )
    .option("--location <id>", "where the file's quantities are; the first location if not given")
    .option("--dry-run", "check everything and write nothing")
    .action(run);
}

async function run(typed: string, { dryRun, convert, ...options }: Options): Promise<void> {
  const file = typedPath(typed);
  if (!existsSync(file)) throw new CommandFailure(`There is no file ${file}.`);
  const startedAt = performance.now();
  const progress = showProgress("import");
  const refusals: string[] = [];
  let refusalCount = 0;
  try {
    const report = await importShopify({
      ...options,
      databaseUrl: databaseUrl(),
      file,
      rates: convert,
      isDryRun: dryRun === true,
      onRefusal(refusal) {
        if (++refusalCount <= maxShown) refusals.push(describeRefusal(refusal));
      },
      onProgress: (bytes, total, rows) => progress.update(bytes, total, `${rows} rows`),
    });
    progress.stop();
    for (const refusal of refusals) console.error(refusal);
    if (refusalCount > maxShown) console.error(`... and ${refusalCount - maxShown} more`);
    printReport(report, dryRun === true, (performance.now() - startedAt) / 1000);
    if (report.refusedRows > 0) process.exitCode = 1;
  } catch (error) {
    progress.stop();
    if (error instanceof UnreadableFileError) throw new CommandFailure(`${file}: ${error.message}`);
    throw error;
  }
}

function printReport(report: ImportReport, isDryRun: boolean, seconds: number): void {
  const rows: [string, string][] = [
    ["rows read", String(report.rows)],
    ["products created", String(report.created)],
    ["products updated", String(report.updated)],
    ["products unchanged", String(report.unchanged)],
    ["products refused", `${report.refusedProducts} (${report.refusedRows} rows)`],
    ["time", `${seconds.toFixed(1)} s, ${Math.round(report.rows / seconds)} rows/s`],
  ];
  console.log();
  for (const [name, value] of rows) console.log(`  ${name.padEnd(20)}${value}`);
  const ignored = report.ignoredColumns.length;
  if (ignored > 0)
    console.log(
      `\n  Not read: ${ignored} columns, such as ${report.ignoredColumns.slice(0, 3).join(", ")}.`,
    );
  if (report.unsoldRegions.length > 0) {
    const regions = report.unsoldRegions.join(", ");
    console.log(`\n  Without a price, so not shown: ${regions}. Say --convert to sell there too.`);
  }
  if (isDryRun) console.log("\n  A dry run: nothing was written.");
}

function currency(code: string): CurrencyCode {
  const upper = code.toUpperCase();
  if (isCurrency(upper)) return upper;
  throw new InvalidArgumentError("It must be EUR, GBP, USD or JPY.");
}

function rates(list: string): Map<CurrencyCode, Rate> {
  return new Map(
    list.split(",").map((pair) => {
      const [code = "", value = ""] = pair.split("=");
      const rate = parseRate(value.trim());
      if (!rate) throw new InvalidArgumentError(`"${pair}" is not a rate such as EUR=0.92.`);
      return [currency(code.trim()), rate];
    }),
  );
}
