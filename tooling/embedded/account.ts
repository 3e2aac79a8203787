import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** Whom a spawned program runs as. */
export type Account = { uid: number; gid: number };

/**
 * The account that PostgreSQL runs as, which refuses root: undefined when this process's own will
 * do, else `postgres` where the machine has it, else `nobody`.
 */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = lookUp("postgres") ?? lookUp("nobody");
  if (!account)
    throw new Error(
      "PostgreSQL can't run as root, and this machine has no user `postgres` or `nobody`.",
    );
  return account;
}

/** The owner of a directory, when that is not whom this process runs as. */
export function ownerOf(directory: string): Account | undefined {
  const { uid, gid } = statSync(directory);
  return uid === process.getuid?.() ? undefined : { uid, gid };
}

/** Whether an account can enter and write a directory; what the parents forbid counts too. */
export function canWrite(account: Account, directory: string): boolean {
  const probe = 'cd "$0" && : > .reach && rm .reach';
  return (
    spawnSync("/bin/sh", ["-c", probe, directory], { ...account, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

function lookUp(name: string): Account | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}
