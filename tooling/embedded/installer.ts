import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const usualPlaces = ["/usr/local/bin", "/opt/homebrew/bin", "/usr/bin"];

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

/** Homebrew; undefined where it is not. */
export function brew(name: string): Installer | undefined {
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
