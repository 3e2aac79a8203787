import { join, relative } from "node:path";
import { demoClientId } from "./data-directory.ts";
import { readSettings, root } from "./env.ts";
import { followLogs } from "./follow.ts";
import type { Mode } from "./services.ts";
import { Stack } from "./stack.ts";
import { createSteps } from "./steps.ts";

/** Runs the stack until somebody stops it, then ends the process. */
export async function serve(mode: Mode): Promise<void> {
  const steps = createSteps();
  let stack: Stack | undefined;
  let isUp = false;
  let stopped: Promise<void> | undefined;
  // Ctrl-C reaches this process by several ways (terminal, npm, the parent), so it comes more than once.
  const stop = () => {
    stopped ??= (async () => {
      steps.say("\n  stopping …");
      await stack?.stop();
      steps.say("  stopped; the data stays.\n");
      process.exit(isUp ? 0 : 130);
    })();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // The parent was killed: nobody is left who could stop this.
  process.on("disconnect", stop);
  try {
    stack = await Stack.open(readSettings(), mode, steps);
    if (stopped) await stack.stop();
    await stack.start();
    isUp = true;
    steps.say(greeting(stack));
    if (mode === "watch") followLogs(codeLogs(stack), (line) => steps.say(line));
  } catch (error) {
    if (stopped) return;
    steps.say(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await stack?.stop();
    process.exit(1);
  }
}

/** The logs of what a developer changes. */
function codeLogs({ context }: Stack): string[] {
  return ["api", "worker", "web"].map((name) => join(context.data.logs, `${name}.log`));
}

function greeting({ webUrl, apiUrl, context }: Stack): string {
  const data = relative(root, context.data.path);
  const place = data.startsWith("..") ? context.data.path : data;
  return [
    "",
    "Meridian is open.",
    "",
    `  storefront  ${webUrl}`,
    `  API         ${apiUrl}/api/v1`,
    `  API docs    ${apiUrl}/docs`,
    "",
    `  MERIDIAN_DEMO_CLIENT_ID=${demoClientId}`,
    `  MERIDIAN_DEMO_CLIENT_SECRET=${context.secrets.demoClientSecret}`,
    "  (an API client with every scope, for scripts against this shop)",
    "",
    `  Logs are in ${place}/logs. Ctrl-C stops everything; the data stays in ${place}.`,
    "",
  ].join("\n");
}
