import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimRunDirectory } from "../process/run-directory.ts";
import { freePort } from "../process/ports.ts";
import type { StackExtent } from "./env.ts";
import { Stack } from "./stack.ts";
import { createSteps, type Steps } from "./steps.ts";
import { removeServed } from "./web-build.ts";

const prefix = "meridian-shop-";

/** A shop on data of its own, for a test run: nothing of it is left when it closes. */
export type TemporaryStack = { stack: Stack; close(): Promise<void> };

export type TemporaryStackOptions = {
  /** Ends the start, too; call `close` all the same. */
  signal: AbortSignal;
  steps?: Steps;
  extent?: StackExtent;
  /** Ports and secrets are decided, nothing runs: what it puts into the environment, all find. */
  beforeStart?: (stack: Stack) => Promise<void> | void;
};

export async function openTemporaryStack({
  signal,
  steps = createSteps(),
  extent,
  beforeStart,
}: TemporaryStackOptions): Promise<TemporaryStack> {
  await sweep();
  const dataDirectory = mkdtempSync(join(tmpdir(), prefix));
  // PostgreSQL's own account passes through.
  chmodSync(dataDirectory, 0o711);
  const ports = { webPort: await freePort(), apiPort: await freePort() };
  const stack = await Stack.open({ ...ports, dataDirectory, extent }, "production", steps);
  const close = async () => {
    await stack.stop();
    removeServed(stack.context.data);
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  signal.addEventListener("abort", () => void stack.stop(), { once: true });
  try {
    await beforeStart?.(stack);
    await stack.start();
    return { stack, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ends and removes what test runs that were killed have left. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const directory = join(tmpdir(), name);
    if (!name.startsWith(prefix) || !existsSync(join(directory, "run"))) continue;
    try {
      const run = claimRunDirectory(join(directory, "run"));
      await run.endOrphans();
      rmSync(directory, { recursive: true, force: true });
    } catch {
      // Another run is using it, or it is another user's.
    }
  }
}
