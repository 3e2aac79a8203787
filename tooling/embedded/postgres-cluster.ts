import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Account, canWrite, ownerOf, unprivilegedAccount } from "./account.ts";
import { findServerOf, findWorkersIn } from "./left-over.ts";
import { findPostgresBinaries, openHome } from "./postgres-binaries.ts";

/** A PostgreSQL data directory that is ready to be served, and by what and whom. */
export type PostgresCluster = { directory: string; account: Account | undefined; postgres: string };

/**
 * Finds or makes the cluster at `wanted`. It appears there whole or not at all: initdb works on a
 * sibling that is renamed at the end. Root can't run PostgreSQL, so it gets an account of its own,
 * and where that one can't reach `wanted`, the data lives in `openHome` behind a symbolic link.
 * @throws when the cluster belongs to somebody else, or initdb fails
 */
export function prepareCluster(wanted: string, password: string): PostgresCluster {
  if (!existsSync(wanted) && lstatSync(wanted, { throwIfNoEntry: false })) unlinkSync(wanted);
  if (existsSync(wanted)) return existingCluster(realpathSync(wanted));

  const account = unprivilegedAccount();
  const binaries = findPostgresBinaries(account);
  const directory = account && !canReach(account, dirname(wanted)) ? elsewhere() : wanted;
  const partial = `${directory}.initialising`;
  rmSync(partial, { recursive: true, force: true });
  ownDirectory(partial, account);
  initialise(binaries.initdb, partial, password, account);
  renameSync(partial, directory);
  if (directory !== wanted) symlinkSync(directory, wanted);
  return { directory, account, postgres: binaries.postgres };
}

/**
 * The pid of a server that still runs on this cluster, left over from a killed start. A lock file
 * whose pid is dead, or now belongs to another program, is removed, since PostgreSQL itself would
 * take any living process of the same user for its rival.
 */
export function findRunningPostgres(cluster: PostgresCluster): number | undefined {
  const lockFile = join(cluster.directory, "postmaster.pid");
  const pid = findServerOf(cluster.directory, lockFile);
  if (pid === undefined) rmSync(lockFile, { force: true });
  return pid;
}

/** Children of a server that was killed: its shared memory is theirs until they end. Empty while a server runs. */
export function findOrphansOf(cluster: PostgresCluster): number[] {
  return findRunningPostgres(cluster) === undefined ? findWorkersIn(cluster.directory) : [];
}

function existingCluster(directory: string): PostgresCluster {
  const account = ownerOf(directory);
  if (account && process.getuid?.() !== 0) {
    throw new Error(
      `${directory} belongs to uid ${account.uid}: start as that user, or choose another MERIDIAN_DATA.`,
    );
  }
  if (account && !canWrite(account, directory)) {
    throw new Error(
      `uid ${account.uid}, the owner of ${directory}, can't reach it: let it pass the directories above.`,
    );
  }
  return { directory, account, postgres: findPostgresBinaries(account).postgres };
}

function initialise(
  initdb: string,
  directory: string,
  password: string,
  account: Account | undefined,
): void {
  const scratch = mkdtempSync(join(tmpdir(), "meridian-initdb-"));
  const passwordFile = join(scratch, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account)
    for (const path of [scratch, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const { status, stderr, error } = spawnSync(
      initdb,
      // The builtin locale sorts and folds the same on every machine, whatever locales that has.
      [
        `--pgdata=${directory}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { ...account, cwd: "/", encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr.trim()}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function canReach(account: Account, parent: string): boolean {
  const probe = mkdtempSync(join(parent, ".reach-"));
  try {
    chownSync(probe, account.uid, account.gid);
    return canWrite(account, probe);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** A new name each time: data of a shop whose link was deleted is never taken for this one's. */
function elsewhere(): string {
  mkdirSync(openHome, { recursive: true });
  // Whatever umask rules here.
  chmodSync(openHome, 0o755);
  const directory = mkdtempSync(join(openHome, "postgres-"));
  rmSync(directory, { recursive: true });
  return directory;
}

function ownDirectory(directory: string, account: Account | undefined): void {
  mkdirSync(directory, { mode: 0o700 });
  if (account) chownSync(directory, account.uid, account.gid);
}
