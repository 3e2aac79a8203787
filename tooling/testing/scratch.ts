import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endProcess, identify, isAlive, type ProcessIdentity } from "../process/identity.ts";

const prefix = "meridian-test-";

type Record = { owner: ProcessIdentity; servers: ProcessIdentity[] };

/** A directory for servers that must not outlive this test run. */
export type Scratch = {
  directory: string;
  /** Notes a server, so that a later run can end it should this one be killed. */
  own(pid: number): ProcessIdentity;
  remove(): void;
};

/** Makes a scratch directory, after clearing away what runs that were killed have left behind. */
export async function createScratch(): Promise<Scratch> {
  await sweep();
  const directory = mkdtempSync(join(tmpdir(), prefix));
  // The account that PostgreSQL runs as passes through, and sees nothing.
  chmodSync(directory, 0o711);
  const record: Record = { owner: identityOf(process.pid), servers: [] };
  const save = () => writeFileSync(join(directory, "run.json"), JSON.stringify(record));
  save();
  return {
    directory,
    own(pid) {
      const server = identityOf(pid);
      record.servers.push(server);
      save();
      return server;
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const directory = join(tmpdir(), name);
    const record = read(directory);
    if (!record || isAlive(record.owner)) continue;
    for (const server of record.servers) {
      await endProcess(server, [{ signal: "SIGQUIT", patienceMs: 5_000 }]);
    }
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Undefined for a run that is just beginning, or belongs to another user. */
function read(directory: string): Record | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, "run.json"), "utf8")) as Record;
  } catch {
    return undefined;
  }
}

function identityOf(pid: number): ProcessIdentity {
  const identity = identify(pid);
  if (!identity) throw new Error(`Process ${pid} ended at once.`);
  return identity;
}
