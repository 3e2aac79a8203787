import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/**
 * The pid of a server that still runs on a data directory, left over from a killed start.
 * @param pidFile the server's own; it may be stale, and its pid another program's by now
 */
export function findServerOf(directory: string, pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]);
  return Number.isInteger(pid) && pid > 1 && servesDirectory(pid, directory) ? pid : undefined;
}

/**
 * All processes that work in a data directory. A killed PostgreSQL leaves children that notice only
 * when they next look up, and as long as one lives no server may start there.
 * @returns nothing elsewhere than on Linux, where it can't be seen
 */
export function findWorkersIn(directory: string): number[] {
  if (process.platform !== "linux") return [];
  const place = realpathSync(directory);
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && worksIn(pid, place));
}

function worksIn(pid: number, place: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === place;
  } catch {
    // It has just ended.
    return false;
  }
}

/** A server's working directory is its data directory; elsewhere than on Linux its command line names it. */
function servesDirectory(pid: number, directory: string): boolean {
  try {
    if (process.platform === "linux") {
      return realpathSync(`/proc/${pid}/cwd`) === realpathSync(directory);
    }
    const said = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return said.stdout.includes(directory);
  } catch {
    return false;
  }
}
