/**
 * `pnpm bench NAME`: boots what it needs, measures a thing beside its floor in one run, prints a table.
 * `--list` names what there is, `--json` adds one JSON object as the last line, `--check` exits 1 when a bar is missed.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { auth } from "./auth.ts";
import { type Bench, missedBars } from "./bench.ts";
import { catalog1m } from "./catalog-1m.ts";
import { checkout } from "./checkout.ts";
import { events } from "./events.ts";
import { gateway } from "./gateway.ts";
import { liveFanout } from "./live-fanout.ts";
import { liveIdle } from "./live-idle.ts";
import { liveLatency } from "./live-latency.ts";
import { liveResume } from "./live-resume.ts";
import { overload } from "./overload.ts";
import { restRead } from "./rest-read.ts";
import { stockHot, stockSpread } from "./stock.ts";
import { storefront } from "./storefront.ts";
import { trpcRead } from "./trpc-read.ts";
import { webhooks } from "./webhooks.ts";

const benches: readonly Bench[] = [
  auth,
  catalog1m,
  checkout,
  events,
  gateway,
  liveFanout,
  liveIdle,
  liveLatency,
  liveResume,
  overload,
  restRead,
  stockHot,
  stockSpread,
  storefront,
  trpcRead,
  webhooks,
];

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});

const wanted = benches.find((bench) => bench.name === positionals[0]);
if (flags.list || wanted === undefined) {
  for (const { name, shows } of benches) console.log(`${name.padEnd(16)}${shows}`);
  if (!flags.list) process.exitCode = 2;
} else {
  await measure(wanted);
}

async function measure(bench: Bench): Promise<void> {
  console.log(`${bench.name}: ${bench.shows}\n`);
  const result = await bench.run();
  const conditions = {
    ...result.conditions,
    node: process.version,
    cores: availableParallelism(),
  };
  printRows(result.figures);
  printRows(result.ratios);
  const missed = missedBars(bench.bars, result);
  for (const bar of missed) console.error(`missed: ${bar}`);
  if (flags.json) console.log(JSON.stringify({ name: bench.name, ...result, conditions }));
  if (flags.check && missed.length > 0) process.exitCode = 1;
}

function printRows(rows: Record<string, number>): void {
  for (const [name, value] of Object.entries(rows)) {
    console.log(`  ${name.padEnd(40)}${value.toFixed(2).padStart(10)}`);
  }
}
