import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallRedis } from "../embedded/redis-program.ts";
import { root } from "../stack/env.ts";
import { createSteps } from "../stack/steps.ts";
import { openJourneyStack } from "../stack/journey-stack.ts";
import { findOrInstallChromium } from "./chromium.ts";
import {
  brokenStage,
  chaosCounts,
  type Counts,
  countsOfStage,
  playwrightCounts,
  summary,
  vitestCounts,
} from "./counts.ts";

/** Everything, from format to journeys; the last line says how it went, and the exit code agrees. */
const steps = createSteps();
const reports = mkdtempSync(join(tmpdir(), "meridian-reports-"));
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
process.on("disconnect", stop);

const stages: Counts[] = [];
const chromium = await attempt("preparation", prepare);
for (const stage of [verify, integration, chaos, journeys]) {
  if (!stopping.signal.aborted)
    await attempt(stage.name, async () => void stages.push(await stage()));
}
rmSync(reports, { recursive: true, force: true });
if (stopping.signal.aborted) process.exit(130);
console.log(`\n${summary(stages)}`);
process.exit(stages.some(({ failed }) => failed > 0) ? 1 : 0);

/** What could not even be run has failed. */
async function attempt<T>(stage: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!stopping.signal.aborted) {
      const reason = error instanceof Error ? error.message : String(error);
      steps.say(`\n${reason}\n`);
      stages.push(brokenStage(stage, reason));
    }
    return undefined;
  }
}

/** What the later stages need of the machine, first: an installation that fails should fail early. */
async function prepare(): Promise<string> {
  await steps.run("Redis program", (say) => findOrInstallRedis(say));
  return steps.run("browser", (say) => findOrInstallChromium(say));
}

async function verify(): Promise<Counts> {
  heading("verify");
  const report = join(root, "test-results/unit.json");
  rmSync(report, { force: true });
  // Forced: the tests of this run are run by this run.
  const code = await run("pnpm", ["run", "verify", "--continue", "--force"], {});
  return countsOfStage("verify", code, () => vitestCounts(report));
}

async function integration(): Promise<Counts> {
  heading("integration tests on PostgreSQL and Redis");
  const report = join(reports, "integration.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run("vitest", ["run", "--project", "slow", "--project", "db", ...reporters], {
    TEST_DATABASE_URL: "",
  });
  return countsOfStage("integration", code, () => vitestCounts(report));
}

/** A short run with a fixed seed: what it asserts does not depend on the machine's pace. */
async function chaos(): Promise<Counts> {
  heading("chaos: everything is killed while it sells");
  const report = join(reports, "chaos.json");
  const args = ["chaos/src/main.ts", "--minutes", "0.5", "--seed", "1", "--report", report];
  const code = await run(process.execPath, args, {});
  return countsOfStage("chaos", code, () => chaosCounts(report));
}

async function journeys(): Promise<Counts> {
  heading("journeys in a browser");
  if (!chromium) throw new Error("There is no browser to live the journeys in.");
  const report = join(reports, "journeys.json");
  const stack = await openJourneyStack(stopping.signal, steps);
  try {
    const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"];
    const code = await run("playwright", args, {
      ...stack.env,
      E2E_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      CI: "1",
    });
    return countsOfStage("journeys", code, () => playwrightCounts(report));
  } finally {
    await stack.close();
  }
}

function heading(title: string): void {
  steps.say(`\n── ${title}\n`);
}

/** Runs a program with this terminal as its own. @returns its exit code */
function run(command: string, args: string[], env: NodeJS.Dict<string>): Promise<number> {
  mkdirSync(join(root, "test-results"), { recursive: true });
  const bins = ["node_modules/.bin", "e2e/node_modules/.bin"].map((path) => join(root, path));
  const child = spawn(command, args, {
    cwd: root,
    env: {
      ...process.env,
      DO_NOT_TRACK: "1",
      ...env,
      PATH: [...bins, process.env["PATH"]].join(":"),
    },
    stdio: "inherit",
  });
  const end = () => child.kill("SIGTERM");
  stopping.signal.addEventListener("abort", end, { once: true });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      steps.say(`${command} can't be run: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code) => {
      stopping.signal.removeEventListener("abort", end);
      resolve(code ?? 1);
    });
  });
}

function stop(): void {
  stopping.abort(new Error("The tests were stopped."));
}
