import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimRunDirectory } from "../process/run-directory.ts";
import { freePort } from "../process/ports.ts";
import { serveControl } from "./control.ts";
import { Stack } from "./stack.ts";
import { createSteps, type Steps } from "./steps.ts";
import { removeServed } from "./web-build.ts";

const prefix = "meridian-shop-";

/** A whole shop on data of its own, for a test run: nothing of it is left when it closes. */
export type TemporaryStack = {
  /** What a journey needs to know, for its environment. */
  env: Record<string, string>;
  close(): Promise<void>;
};

/** @param signal ends the start, too; call `close` all the same */
export async function openTemporaryStack(
  signal: AbortSignal,
  steps: Steps = createSteps(),
): Promise<TemporaryStack> {
  await sweep();
  const dataDirectory = mkdtempSync(join(tmpdir(), prefix));
  // PostgreSQL's own account passes through.
  chmodSync(dataDirectory, 0o711);
  const settings = { webPort: await freePort(), apiPort: await freePort(), dataDirectory };
  const stack = await Stack.open(settings, "production", steps);
  const close = async () => {
    await stack.stop();
    removeServed(stack.context.data);
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  signal.addEventListener("abort", () => void stack.stop(), { once: true });
  try {
    await stack.start();
    const control = await serveControl(stack);
    return {
      env: {
        E2E_WEB_URL: stack.webUrl,
        E2E_API_URL: stack.apiUrl,
        E2E_STACK_CONTROL: control.url,
        MERIDIAN_DEMO_TOKEN: stack.context.secrets.demoToken,
      },
      async close() {
        control.close();
        await close();
      },
    };
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
