import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { prepareCluster } from "../embedded/postgres-cluster.ts";
import { postgresCommand, postgresUrl, waitForPostgres } from "../embedded/postgres-server.ts";
import { freePort } from "../process/ports.ts";
import { createScratch } from "./scratch.ts";
import { startTestServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the server's maintenance database, and the migrated database to clone. */
    testPostgres: { adminUrl: string; template: string };
  }
}

const packageUrl = new URL("../../packages/db/", import.meta.url);
const staleAfterMs = 60 * 60 * 1000;

/** Provides the server at TEST_DATABASE_URL, or an embedded one that lives as long as the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startServer();
  try {
    const template = await createTemplate(server.url);
    project.provide("testPostgres", { adminUrl: server.url, template });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
}

/** What a crash of the machine would lose is thrown away anyway. */
const forTests = { fsync: "off", full_page_writes: "off", shared_buffers: "128MB" };

/**
 * An empty server of one's own; `url` is its maintenance database.
 * @param settings of the server; what tests can do without is off unless told
 */
export async function startServer(
  settings: Readonly<Record<string, string>> = forTests,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const scratch = await createScratch();
  const cluster = prepareCluster(join(scratch.directory, "postgres"), "test");
  const port = await freePort();
  const command = postgresCommand(cluster, port, settings);
  const url = postgresUrl(port, "test", "postgres");
  const server = await startTestServer(scratch, "postgres", command, () =>
    waitForPostgres(url, 30_000),
  );
  const stop = async () => {
    await server.stop();
    scratch.remove();
  };
  return { url, stop };
}

/** One template per state of the migrations; parallel runs on one server build it once. */
async function createTemplate(adminUrl: string): Promise<string> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const template = `meridian_template_${hashOfMigrations()}`;
  try {
    await admin`select pg_advisory_lock(4_207_316)`;
    await dropStale(admin);
    const [existing] = await admin`select 1 from pg_database where datname = ${template}`;
    if (!existing) await buildTemplate(admin, adminUrl, template);
    return template;
  } finally {
    await admin.end();
  }
}

/** Built under another name and renamed when whole: an interrupted build is never cloned. */
async function buildTemplate(
  admin: postgres.Sql,
  adminUrl: string,
  template: string,
): Promise<void> {
  const building = `${template}_building`;
  await admin`drop database if exists ${admin(building)} with (force)`;
  await admin`create database ${admin(building)}`;
  const url = new URL(adminUrl);
  url.pathname = `/${building}`;
  const { migrate } = (await import(new URL("src/migrate.ts", packageUrl).href)) as {
    migrate: (databaseUrl: string) => Promise<unknown>;
  };
  await migrate(url.href);
  await admin`alter database ${admin(building)} rename to ${admin(template)}`;
}

/** Removes clones that runs which were killed have left on a shared server. */
async function dropStale(admin: postgres.Sql): Promise<void> {
  const clones = await admin<{ name: string }[]>`
    select datname as name from pg_database where datname like 'meridian\\_test\\_%'`;
  for (const { name } of clones) {
    const madeAt = Number(name.split("_")[2]);
    if (Date.now() - madeAt > staleAfterMs)
      await admin`drop database if exists ${admin(name)} with (force)`;
  }
}

function hashOfMigrations(): string {
  const folder = fileURLToPath(new URL("migrations/", packageUrl));
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).toSorted()) {
    if (name.endsWith(".sql")) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 12);
}
