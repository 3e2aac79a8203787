import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A process, named so that it can't be mistaken for a later one with the same pid: `startedAt` is
 * what the kernel says about its start, an opaque word to compare and nothing else.
 */
export type ProcessIdentity = { pid: number; startedAt: string };

/** A signal, and how long to wait for what it asks. */
export type StopStep = { signal: NodeJS.Signals; patienceMs: number };

/** The identity of a living process; undefined when there is none, or only a zombie of it. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === "linux" ? startedAtFromProc(pid) : startedAtFromPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether exactly this process, not another that got its pid, is still running. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/**
 * Ends a process and waits until it is gone: the signals go out in order, each after its patience.
 * @returns whether it is gone
 */
export async function endProcess(
  identity: ProcessIdentity,
  steps: readonly StopStep[],
): Promise<boolean> {
  for (const { signal, patienceMs } of steps) {
    if (!isAlive(identity)) return true;
    signalGroup(identity.pid, signal);
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      if (!isAlive(identity)) return true;
      await sleep(25);
    }
  }
  return !isAlive(identity);
}

/** Signals the group that a process leads (each of ours leads one), or the process when it leads none. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended between the look and the signal.
    }
  }
}

/** proc_pid_stat(5): the name in parentheses may hold spaces, so fields are counted after the last one. */
function startedAtFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X") return undefined;
    return `${bootId()}:${startTicks}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

function startedAtFromPs(pid: number): string | undefined {
  try {
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    return started.toString().trim() || undefined;
  } catch {
    return undefined;
  }
}
