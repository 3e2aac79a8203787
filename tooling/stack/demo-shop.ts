import { existsSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { type DataDirectory, readJson, writeJson } from "./data-directory.ts";

const localHosts = new Set(["127.0.0.1", "localhost", "[::1]", ""]);

/** Whether a database is on this machine: the demo shop is never loaded into another. */
export function isLocal(databaseUrl: string): boolean {
  return localHosts.has(new URL(databaseUrl).hostname);
}

/** Remembers into which database, of which server, the demo shop was loaded, pictures and all. */
export async function demoRecord(
  data: DataDirectory,
  databaseUrl: string,
): Promise<{ isLoaded: boolean; remember(): void }> {
  const file = join(data.path, "demo-shop.json");
  const database = await identifyDatabase(databaseUrl);
  const kept = readJson(file) as { database?: string } | undefined;
  return {
    isLoaded: kept?.database === database && existsSync(join(data.path, "media")),
    remember: () => writeJson(file, { database }),
  };
}

async function identifyDatabase(url: string): Promise<string> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await client<{ identity: string }[]>`
      select system_identifier || '/' || (select oid from pg_database where datname = current_database()) as identity
      from pg_control_system()`;
    return row?.identity ?? "";
  } finally {
    await client.end();
  }
}
