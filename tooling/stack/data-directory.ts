import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** The places in a shop's data directory. */
export type DataDirectory = {
  path: string;
  postgres: string;
  redis: string;
  logs: string;
  /** One file for each process that runs: who it is, for the next start to find. */
  run: string;
};

export const demoClientId = "client_demo";

/** Made once for a shop, kept in a file that only its owner may read. */
export type Secrets = {
  postgresPassword: string;
  redisPassword: string;
  gatewayToken: string;
  revalidateSecret: string;
  authSecret: string;
  demoClientSecret: string;
};

const openToPassThrough = 0o711;
const rotateAboveBytes = 10 * 1024 * 1024;

/** Makes what is missing. @throws when the directory belongs to another user */
export function openDataDirectory(path: string): DataDirectory {
  const directory = {
    path,
    postgres: join(path, "postgres"),
    redis: join(path, "redis"),
    logs: join(path, "logs"),
    run: join(path, "run"),
  };
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true });
    // PostgreSQL's own account must reach its files, whatever umask rules here.
    chmodSync(path, openToPassThrough);
  }
  const owner = statSync(path).uid;
  if (process.getuid && process.getuid() !== 0 && owner !== process.getuid()) {
    throw new Error(
      `${path} belongs to uid ${owner}: start as that user, or choose another MERIDIAN_DATA.`,
    );
  }
  for (const inner of [directory.logs, directory.run]) mkdirSync(inner, { recursive: true });
  return directory;
}

/** Reads the shop's secrets, and makes those that it does not have yet. */
export function readSecrets(data: DataDirectory): Secrets {
  const file = join(data.path, "secrets.json");
  const kept = (readJson(file) ?? {}) as Partial<Secrets>;
  const secrets: Secrets = {
    postgresPassword: kept.postgresPassword ?? secret(),
    redisPassword: kept.redisPassword ?? secret(),
    gatewayToken: kept.gatewayToken ?? secret(),
    revalidateSecret: kept.revalidateSecret ?? secret(),
    authSecret: kept.authSecret ?? secret(),
    demoClientSecret: kept.demoClientSecret ?? secret(),
  };
  writeJson(file, secrets, 0o600);
  return secrets;
}

/** The file that a process writes its words to; one that has grown large makes room for a new one. */
export function logFile(data: DataDirectory, name: string): string {
  const file = join(data.logs, `${name}.log`);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > rotateAboveBytes) renameSync(file, `${file}.1`);
  return file;
}

/** Undefined when the file is absent or was never written whole. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Writes whole or not at all: a kill in between leaves the old file. */
export function writeJson(file: string, value: unknown, mode = 0o644): void {
  const partial = `${file}.partial`;
  writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`, { mode });
  chmodSync(partial, mode);
  renameSync(partial, file);
}

function secret(): string {
  return randomBytes(24).toString("hex");
}
