import { isAbsolute, join, resolve } from "node:path";

/** The checkout that this stack runs. */
export const root = resolve(import.meta.dirname, "..", "..");

/** On one machine all callers, the storefront among them, have one address: its limits are for a crowd. */
export const limitsOfOneMachine = "default=1000000/10,checkout=1000000/60";

/** What the surroundings ask of a stack; everything absent is chosen, made and remembered by it. */
export type StackSettings = {
  webPort: number;
  apiPort: number;
  gatewayPort?: number | undefined;
  workerPort?: number | undefined;
  postgresPort?: number | undefined;
  redisPort?: number | undefined;
  /** Absolute path of everything that this shop keeps. */
  dataDirectory: string;
  /** A PostgreSQL that replaces the embedded one. */
  databaseUrl?: string | undefined;
  /** A Redis with Upstash's REST interface that replaces the embedded one and its gateway. */
  upstash?: { url: string; token: string } | undefined;
  /** What of the shop runs; absent: all of it, one process each. */
  extent?: StackExtent | undefined;
};

/** How much of the shop a stack runs. The first API and the first worker have the settings' ports. */
export type StackExtent = {
  apiProcesses: number;
  workerProcesses: number;
  hasStorefront: boolean;
  hasDemoShop: boolean;
};

export const wholeShop: StackExtent = {
  apiProcesses: 1,
  workerProcesses: 1,
  hasStorefront: true,
  hasDemoShop: true,
};

/** Reads the settings. @throws a message that names the wrong variable */
export function readSettings(source: NodeJS.Dict<string> = process.env): StackSettings {
  const data = source["MERIDIAN_DATA"] || ".data";
  return {
    webPort: port(source, "WEB_PORT") ?? 3000,
    apiPort: port(source, "API_PORT") ?? 4000,
    gatewayPort: port(source, "GATEWAY_PORT"),
    workerPort: port(source, "WORKER_PORT"),
    postgresPort: port(source, "POSTGRES_PORT"),
    redisPort: port(source, "REDIS_PORT"),
    dataDirectory: isAbsolute(data) ? data : join(root, data),
    databaseUrl: source["DATABASE_URL"] || undefined,
    upstash: upstash(source),
  };
}

function port(source: NodeJS.Dict<string>, name: string): number | undefined {
  const value = source[name];
  if (!value) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new Error(`${name} must be a port between 1 and 65535, not "${value}".`);
}

function upstash(source: NodeJS.Dict<string>): { url: string; token: string } | undefined {
  const url = source["UPSTASH_REDIS_REST_URL"];
  const token = source["UPSTASH_REDIS_REST_TOKEN"];
  if (url && token) return { url, token };
  if (!url && !token) return undefined;
  throw new Error(
    "UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN go together: one is missing.",
  );
}
