import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["redis-server", "valkey-server"];
const usualPlaces = ["/usr/local/bin", "/opt/homebrew/bin", "/usr/bin"];

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

/** The first of these programs that is on the PATH, or where package managers put them. */
export function findProgram(candidates: readonly string[]): string | undefined {
  const directories = [...(process.env["PATH"] ?? "").split(delimiter), ...usualPlaces];
  for (const name of candidates) {
    for (const directory of directories) {
      if (directory && isExecutable(join(directory, name))) return join(directory, name);
    }
  }
  return undefined;
}

export type Installer = { commands: string[][]; shown: string };

/** Debian's and Ubuntu's installer, as root or by a sudo that asks nothing; undefined where neither is. */
export function apt(...packages: string[]): Installer | undefined {
  const program = findProgram(["apt-get"]);
  if (!program) return undefined;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status !== 0)
    return undefined;
  const asRoot = [
    ...(isRoot ? ["env"] : ["sudo", "-n", "env"]),
    "DEBIAN_FRONTEND=noninteractive",
    program,
  ];
  return {
    commands: [
      [...asRoot, "update", "-qq"],
      [...asRoot, "install", "-y", "-qq", "--no-install-recommends", ...packages],
    ],
    shown: `apt-get install ${packages.join(" ")}`,
  };
}

function brew(name: string): Installer | undefined {
  const program = findProgram(["brew"]);
  return program
    ? { commands: [[program, "install", name]], shown: `brew install ${name}` }
    : undefined;
}

/** @throws with the installer's own words when it fails */
export function runInstaller([command, ...args]: string[]): void {
  const { status, stdout, stderr } = spawnSync(command ?? "", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed:\n${stderr || stdout}`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
