import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { signalGroup } from "./identity.ts";

/**
 * Runs a program to its end, its words going to a log.
 * @throws with its last words when it fails, or as soon as `signal` is aborted, which ends it too
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: {
    cwd: string;
    env?: NodeJS.ProcessEnv;
    logFile: string;
    signal?: AbortSignal;
    /** Hears what the program says, line by line. */
    onLine?: (line: string) => void;
  },
): Promise<void> {
  const { cwd, env, logFile, signal, onLine } = options;
  signal?.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(logFile, { flags: "a" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false });
    if (onLine) createInterface({ input: stream }).on("line", onLine);
    stream.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  }
  return new Promise((resolve, reject) => {
    const abort = () => {
      if (child.pid) signalGroup(child.pid, "SIGTERM");
      reject(signal?.reason as Error);
    };
    signal?.addEventListener("abort", abort, { once: true });
    child.once("error", reject);
    child.once("close", (code, endedBy) => {
      signal?.removeEventListener("abort", abort);
      log.end();
      if (code === 0) resolve();
      else
        reject(new Error(`${args.join(" ")} failed (${endedBy ?? `exit code ${code}`}):\n${said}`));
    });
  });
}
