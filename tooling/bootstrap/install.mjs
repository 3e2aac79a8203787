// Runs on bare Node 20.19, before anything is installed: no dependency, no TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const stampFile = join(root, "node_modules", ".meridian-install");
const oldest = [20, 19];
const oldestForTypeScript = 22;

/** Ends the process with one clear line when this Node is too old to go on. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  fail(`Meridian needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`);
}

/** Whether nothing was ever installed here. */
export function isFirstTime() {
  return !existsSync(stampFile);
}

/**
 * Brings node_modules to what the lockfile says. The stamp is taken away before and written after,
 * so that an interrupted installation is never mistaken for a whole one.
 */
export async function install() {
  const wanted = hashOfInputs();
  if (readIfThere(stampFile) === wanted && isWhole()) return;
  const startedAt = performance.now();
  const slow = setTimeout(() => process.stdout.write("  … packages\n"), 1_500);
  rmSync(stampFile, { force: true });
  await run(pnpm(), ["install", "--frozen-lockfile"]);
  clearTimeout(slow);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`  ✓ packages ${seconds} s\n`);
}

/** The Node that runs the project's TypeScript: the lockfile's, else this one when it can. */
function findNode() {
  const installed = join(root, "node_modules", ".bin", "node");
  if (existsSync(installed) && canRun(installed)) return realpathSync(installed);
  const ownMajor = Number(process.versions.node.split(".")[0]);
  return ownMajor >= oldestForTypeScript ? process.execPath : undefined;
}

/**
 * Hands over to a TypeScript program for the rest of this process's life: signals go to it, its exit
 * code comes back, and it notices by the closed channel when this process is killed.
 */
export function handOver(program, args) {
  const node = findNode();
  if (!node) {
    fail(
      `There is no Node 24 for ${process.platform}-${process.arch} in the lockfile, and this one ` +
        `(${process.versions.node}) is older than ${oldestForTypeScript}: install Node 22 or newer.`,
    );
  }
  const child = spawn(node, [join(root, program), ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      // Compiled code of every process, which the next start finds: a third of what one takes to come up.
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node-compile"),
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}`,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal) process.stderr.write(`\nStopped by ${signal}.\n`);
    process.exit(code ?? 1);
  });
}

/** Whether nobody has deleted a part of it since. */
function isWhole() {
  const workspaces = [
    "apps/api",
    "apps/web",
    "apps/worker",
    "packages/api",
    "packages/db",
    "tooling",
  ];
  const homes = workspaces.map((workspace) => join(root, workspace, "node_modules"));
  return homes.every((home) => existsSync(home)) && findNode() !== undefined;
}

/** What an installation depends on: the lockfile, the manifest above it and the machine. */
function hashOfInputs() {
  const hash = createHash("sha256");
  hash.update(`${process.platform}-${process.arch}`);
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"]) {
    hash.update(readFileSync(join(root, name)));
  }
  return hash.digest("hex");
}

/** The pnpm that package.json pins, by way of npx; one on the PATH of that very version is quicker. */
function pnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const version = packageManager.split("@")[1];
  const installed = spawnSync("pnpm", ["--version"], { cwd: root, encoding: "utf8" });
  return installed.stdout?.trim() === version ? ["pnpm"] : ["npx", "--yes", `pnpm@${version}`];
}

/** Runs a command quietly; its words are shown when it fails. */
function run([command, ...before], args) {
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      // Without a terminal pnpm would ask whether it may remove a foreign node_modules.
      env: { ...process.env, CI: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => (said = (said + chunk).slice(-20_000)));
    }
    const stop = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
    child.on("error", (error) => fail(`${command} can't be run: ${error.message}`));
    child.on("exit", (code) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, stop);
      if (code === 0) resolve();
      else fail(`The installation of packages failed:\n${said}`);
    });
  });
}

function canRun(node) {
  return spawnSync(node, ["--version"], { stdio: "ignore" }).status === 0;
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}
