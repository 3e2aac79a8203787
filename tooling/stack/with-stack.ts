/**
 * Runs a command beside a whole shop on data of its own, for example the journeys:
 *
 *     node tooling/stack/with-stack.ts playwright test -c e2e/playwright.config.ts
 *
 * The command finds E2E_WEB_URL, E2E_API_URL, MERIDIAN_DEMO_CLIENT_ID and _SECRET, E2E_CHROMIUM, the shop's
 * files E2E_DATA with its mails E2E_MAILS and, to break services on purpose, E2E_STACK_CONTROL (see control.ts) in its environment.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { findOrInstallChromium } from "../testing/chromium.ts";
import { root } from "./env.ts";
import { createSteps } from "./steps.ts";
import { openJourneyStack } from "./journey-stack.ts";

const [command, ...args] = process.argv.slice(2);
if (!command) throw new Error("Usage: with-stack.ts <command> [arguments]");

const steps = createSteps();
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => stopping.abort(new Error("stopped")));
}
try {
  const chromium = await steps.run("browser", (say) => findOrInstallChromium(say));
  const stack = await openJourneyStack(stopping.signal, steps);
  try {
    process.exitCode = await runBeside({ ...stack.env, E2E_CHROMIUM: chromium }, command);
  } finally {
    await stack.close();
  }
} catch (error) {
  steps.say(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function runBeside(env: Record<string, string>, program: string): Promise<number> {
  const bins = ["node_modules/.bin", "e2e/node_modules/.bin"].map((path) => join(root, path));
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: [...bins, process.env["PATH"]].join(":") },
    stdio: "inherit",
  });
  stopping.signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
