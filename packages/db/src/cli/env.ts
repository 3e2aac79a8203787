import { readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { CommandFailure } from "./failure.ts";

const root = resolve(import.meta.dirname, "../../../..");

/** Where the shop keeps its files: MERIDIAN_DATA, else `.data` in the checkout. Absolute. */
export function dataDirectory(): string {
  const data = process.env["MERIDIAN_DATA"] || ".data";
  return isAbsolute(data) ? data : join(root, data);
}

/**
 * DATABASE_URL, else the database of the shop that `npm start` runs from the data directory.
 * @throws CommandFailure when there is neither
 */
export function databaseUrl(): string {
  const given = process.env["DATABASE_URL"];
  if (given) return requireUrl(given);
  const directory = dataDirectory();
  const port = read(join(directory, "ports.json"))?.["postgres"];
  const password = read(join(directory, "secrets.json"))?.["postgresPassword"];
  if (typeof port !== "number" || typeof password !== "string") {
    throw new CommandFailure(
      `There is no shop in ${directory}. Start one with \`npm start\`, or set DATABASE_URL.`,
    );
  }
  return `postgres://postgres:${password}@127.0.0.1:${port}/meridian`;
}

/** A path as it was typed: pnpm runs scripts from the root, whichever directory somebody stands in. */
export function typedPath(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", path);
}

function requireUrl(url: string): string {
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return url;
  throw new CommandFailure(
    "DATABASE_URL is not an address of a PostgreSQL: it should look like postgres://user:password@host:5432/name.",
  );
}

function read(file: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
