import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endProcess, identify, isAlive, type ProcessIdentity, type StopStep } from "./identity.ts";

/** Notes on disk who runs for this shop, so that a start after a kill finds exactly its own. */
export type RunDirectory = {
  path: string;
  note(name: string, identity: ProcessIdentity): void;
  forget(name: string): void;
};

const supervisorName = "stack";

/**
 * Claims the directory for this process.
 * @returns the claim, and how to end what an earlier holder that was killed has left running
 * @throws when a living stack holds it
 */
export function claimRunDirectory(path: string): RunDirectory & {
  endOrphans(): Promise<string[]>;
  release(): void;
} {
  const self = identify(process.pid);
  if (!self) throw new Error("This process can't be identified: is /proc mounted?");
  claim(join(path, `${supervisorName}.json`), self);
  const fileOf = (name: string) => join(path, `${name}.json`);
  const forget = (name: string) => rmSync(fileOf(name), { force: true });
  return {
    path,
    note: (name, identity) => writeWhole(fileOf(name), identity),
    forget,
    release: () => forget(supervisorName),
    async endOrphans() {
      const ended = notes(path).map(async ([name, identity]) => {
        const wasAlive = isAlive(identity);
        const isGone = await endProcess(identity, stopSteps(name));
        if (!isGone)
          throw new Error(`${name} (process ${identity.pid}) of an earlier start can't be ended.`);
        forget(name);
        return wasAlive ? [name] : [];
      });
      return (await Promise.all(ended)).flat();
    },
  };
}

/** Linking a written file into place decides between two starts at the same moment. */
function claim(file: string, self: ProcessIdentity): void {
  const own = `${file}.${self.pid}`;
  writeFileSync(own, JSON.stringify(self));
  try {
    while (!link(own, file)) {
      const holder = read(file);
      if (holder && isAlive(holder)) {
        throw new Error(
          `Meridian is running on this data already (process ${holder.pid}). Stop it first, ` +
            "or set MERIDIAN_DATA, WEB_PORT and API_PORT for a second shop.",
        );
      }
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function notes(path: string): [string, ProcessIdentity][] {
  return readdirSync(path)
    .filter((file) => file.endsWith(".json") && file !== `${supervisorName}.json`)
    .flatMap((file) => {
      const identity = read(join(path, file));
      return identity
        ? [[file.slice(0, -".json".length), identity] as [string, ProcessIdentity]]
        : [];
    });
}

/** PostgreSQL takes SIGINT as "end now, but properly"; SIGTERM would wait for its clients. */
export function stopSteps(name: string): readonly StopStep[] {
  if (name === "postgres") {
    return [
      { signal: "SIGINT", patienceMs: 20_000 },
      { signal: "SIGQUIT", patienceMs: 5_000 },
    ];
  }
  return [
    { signal: "SIGTERM", patienceMs: 5_000 },
    { signal: "SIGKILL", patienceMs: 2_000 },
  ];
}

function read(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function writeWhole(file: string, value: unknown): void {
  writeFileSync(`${file}.partial`, JSON.stringify(value));
  renameSync(`${file}.partial`, file);
}
