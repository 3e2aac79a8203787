/**
 * `pnpm chaos`: breaks a whole shop while it sells, and reconciles what clients were told with what is.
 * `--minutes N` how long (1), `--seed S` repeats a run's choices, `--scenario NAME` something else than kills,
 * `--list` names the scenarios, `--json` adds one JSON object as the last line. Exit code 1 when anything
 * is not as it must be.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Counts } from "@meridian/tooling/testing/counts.ts";
import { printReport, summarise } from "./report.ts";
import { run } from "./run.ts";
import type { Scenario } from "./scenario.ts";
import { clockMoved } from "./scenarios/clock-moved.ts";
import { diskFull } from "./scenarios/disk-full.ts";
import { hang } from "./scenarios/hang.ts";
import { killEverything } from "./scenarios/kill-everything.ts";
import { partition } from "./scenarios/partition.ts";
import { postgresRestarted } from "./scenarios/postgres-restarted.ts";
import { redisFlushed } from "./scenarios/redis-flushed.ts";
import { redisGone } from "./scenarios/redis-gone.ts";

const scenarios: readonly Scenario[] = [
  killEverything,
  redisFlushed,
  redisGone,
  partition,
  postgresRestarted,
  diskFull,
  clockMoved,
  hang,
];

const { values: flags } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string" },
    shoppers: { type: "string", default: "10" },
    scenario: { type: "string", default: killEverything.name },
    list: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    /** A file for the number of checks that passed and failed. */
    report: { type: "string" },
  },
});
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => stopping.abort(new Error("stopped")));
}
const wanted = scenarios.find(({ name }) => name === flags.scenario);
if (flags.list || !wanted) {
  for (const { name, shows } of scenarios) console.log(`${name.padEnd(24)}${shows}`);
  process.exit(flags.list ? 0 : 2);
}
process.exit(await play(wanted));

/** @returns the exit code */
async function play(scenario: Scenario): Promise<number> {
  const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e9));
  const seconds = Number(flags.minutes) * 60;
  console.log(
    `chaos: ${scenario.name}, ${flags.minutes} min, --seed ${seed}\n  ${scenario.shows}\n`,
  );
  const obstacle = scenario.obstacle?.();
  if (obstacle) {
    console.log(`  skipped: ${obstacle}`);
    writeCounts({ passed: 0, failed: 0, skipped: 1, failures: [] });
    return 0;
  }
  const startedAt = performance.now();
  const say = (line: string) =>
    console.log(
      `  ${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line.trim()}`,
    );
  const settings = {
    seed,
    seconds,
    shoppers: Number(flags.shoppers),
    signal: stopping.signal,
    say,
  };
  const result = await run(scenario, settings);
  printReport(result);
  const failures = result.checks
    .filter(({ broken }) => broken.length > 0)
    .map(({ rule, broken }) => `${scenario.name}, --seed ${seed}: ${rule}: ${broken[0]}`);
  const failed = failures.length;
  writeCounts({ passed: result.checks.length - failed, failed, skipped: 0, failures });
  console.log(failed > 0 ? `\n  ${failed} broken; --seed ${seed}` : "\n  All holds.");
  if (flags.json)
    console.log(JSON.stringify({ scenario: scenario.name, seed, seconds, ...summarise(result) }));
  return failed > 0 ? 1 : 0;
}

function writeCounts(counts: Counts): void {
  if (flags.report) writeFileSync(flags.report, JSON.stringify(counts));
}
