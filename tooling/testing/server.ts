import { spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../embedded/account.ts";
import { endProcess } from "../process/identity.ts";
import type { Scratch } from "./scratch.ts";

type Command = {
  command: string;
  args: string[];
  cwd: string;
  account?: Account | undefined;
  env?: NodeJS.ProcessEnv;
};

export type TestServer = { pid: number; stop(): Promise<void> };

/**
 * Starts a server in a scratch directory and waits until `isReady` resolves.
 * @returns how to stop it, and its process
 * @throws with what the server said, when it does not become ready
 */
export async function startTestServer(
  scratch: Scratch,
  name: string,
  { command, args, cwd, account, env }: Command,
  isReady: () => Promise<unknown>,
): Promise<TestServer> {
  const logFile = join(scratch.directory, `${name}.log`);
  const log = openSync(logFile, "a");
  const child = spawn(command, args, {
    cwd,
    env,
    ...account,
    detached: true,
    stdio: ["ignore", log, log],
  });
  const identity = scratch.own(child.pid ?? 0);
  const stop = async () => {
    await endProcess(identity, [
      { signal: "SIGINT", patienceMs: 10_000 },
      { signal: "SIGQUIT", patienceMs: 5_000 },
      { signal: "SIGKILL", patienceMs: 1_000 },
    ]);
  };
  try {
    await isReady();
  } catch (cause) {
    await stop();
    throw new Error(`${name} does not answer. It said:\n${readFileSync(logFile, "utf8")}`, {
      cause,
    });
  }
  return { pid: identity.pid, stop };
}
