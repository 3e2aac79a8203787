import { apt, brew, findProgram, runInstaller } from "./installer.ts";

const names = ["redis-server", "valkey-server"];

/** A Redis server program that this machine has; undefined when it has none. */
export function findRedis(): string | undefined {
  return findProgram(names);
}

/**
 * Finds a Redis server, or installs the system's own.
 * @param say told what is about to be installed, before it is
 * @throws with the one thing to do, where it may not install
 */
export function findOrInstallRedis(say: (line: string) => void): string {
  const found = findRedis();
  if (found) return found;
  const installer = process.platform === "darwin" ? brew("redis") : apt("redis-server");
  if (installer) {
    say(`no redis-server or valkey-server on the PATH: ${installer.shown}`);
    for (const command of installer.commands) runInstaller(command);
    const installed = findRedis();
    if (installed) return installed;
  }
  const advice =
    process.platform === "darwin" ? "brew install redis" : "sudo apt-get install redis-server";
  throw new Error(
    `Meridian needs a Redis server, and may not install one here. Do this once: ${advice}\n` +
      "(or set UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN to one of Upstash).",
  );
}
