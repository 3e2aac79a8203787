import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { runCommand } from "../process/command.ts";
import { type DataDirectory, logFile, readJson, writeJson } from "./data-directory.ts";
import { root } from "./env.ts";
import { hashFiles } from "./input-hash.ts";

const web = join(root, "apps/web");
const built = join(web, ".next");
const stampName = "meridian-build.json";

/** All that decides how the storefront turns out. */
const inputs = [
  "apps/web",
  "packages/api/src",
  "packages/api/package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "tooling/tsconfig.base.json",
];

type Stamp = { hash: string; dataDirectory?: string };

/** The directory, inside apps/web, that this shop's storefront is served from. */
export function servedDirectory(data: DataDirectory): string {
  return `.next-${createHash("sha256").update(data.path).digest("hex").slice(0, 8)}`;
}

/** A build of the storefront as it now stands, which is made only when there is none. */
export type WebBuild = {
  isBuilt: boolean;
  make(signal: AbortSignal, onLine: (line: string) => void): Promise<void>;
};

/**
 * Every shop serves its own copy: Next writes what it renders into that directory, and a later build
 * must not change the files of a shop that is open.
 */
export function planWebBuild(data: DataDirectory, env: NodeJS.ProcessEnv): WebBuild {
  const hash = hashFiles(root, inputs);
  const served = join(web, servedDirectory(data));
  const isServed = stampOf(served)?.hash === hash;
  const isBuilt = isServed || stampOf(built)?.hash === hash;
  return {
    isBuilt,
    async make(signal, onLine) {
      if (isServed) return;
      if (!isBuilt) await build({ data, env, hash, signal, onLine });
      sweep();
      copyBuild(served);
      writeJson(join(served, stampName), { hash, dataDirectory: data.path } satisfies Stamp);
    },
  };
}

/** Removes this shop's copy. */
export function removeServed(data: DataDirectory): void {
  rmSync(join(web, servedDirectory(data)), { recursive: true, force: true });
}

/** What Next is at, of all that it says. */
const stages = /^\W*(Creating|Compil|Running|Collecting|Generating|Finaliz)/;

async function build(input: {
  data: DataDirectory;
  env: NodeJS.ProcessEnv;
  hash: string;
  signal: AbortSignal;
  onLine: (line: string) => void;
}) {
  const { data, env, hash, signal, onLine } = input;
  const stamp = join(built, stampName);
  rmSync(stamp, { force: true });
  const next = join(web, "node_modules/next/dist/bin/next");
  await runCommand(process.execPath, [next, "build"], {
    cwd: web,
    env: { ...env, NEXT_DIST_DIR: ".next" },
    logFile: logFile(data, "web-build"),
    signal,
    onLine: (line) => stages.test(line) && onLine(line.replace(/^\W+/, "")),
  });
  writeJson(stamp, { hash } satisfies Stamp);
}

function copyBuild(to: string): void {
  rmSync(to, { recursive: true, force: true });
  const left = new Set(
    ["cache", "dev", "trace", "trace-build", stampName].map((name) => join(built, name)),
  );
  cpSync(built, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !left.has(path),
  });
}

/** Copies of shops whose data directory is gone. */
function sweep(): void {
  for (const name of readdirSync(web)) {
    if (!name.startsWith(".next-")) continue;
    const owner = stampOf(join(web, name))?.dataDirectory;
    if (owner && !existsSync(owner)) rmSync(join(web, name), { recursive: true, force: true });
  }
}

function stampOf(directory: string): Stamp | undefined {
  return readJson(join(directory, stampName)) as Stamp | undefined;
}
