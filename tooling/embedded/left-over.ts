import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";

/**
 * The pid of a server that still runs on a data directory, left over from a killed start.
 * @param pidFile the server's own; it may be stale, and its pid another program's by now
 */
export function findServerOf(directory: string, pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]);
  return Number.isInteger(pid) && pid > 1 && servesDirectory(pid, directory) ? pid : undefined;
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
