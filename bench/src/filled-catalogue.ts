import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadSynthetic } from "@meridian/db/demo/synthetic.ts";
import { migrate } from "@meridian/db/migrate.ts";
import { prepareCluster } from "@meridian/tooling/embedded/postgres-cluster.ts";
import {
  ensureDatabase,
  postgresCommand,
  postgresUrl,
  waitForPostgres,
} from "@meridian/tooling/embedded/postgres-server.ts";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { startTestServer } from "@meridian/tooling/testing/server.ts";

const db = fileURLToPath(new URL("../../packages/db/", import.meta.url));
const kept = fileURLToPath(new URL("../../.data/bench/", import.meta.url));

/**
 * A server with so many made-up products, settings as in the embedded shop. Filling takes minutes, so the data stays
 * in `.data/bench` for the next run, until what fills it changes; newer migrations are applied to it, as to a shop.
 */
export async function openFilledCatalogue(
  products: number,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const name = `catalogue-${products}-${hashOfSources()}`;
  mkdirSync(kept, { recursive: true });
  for (const other of readdirSync(kept)) {
    if (other.startsWith(`catalogue-${products}-`) && other !== name)
      rmSync(join(kept, other), { recursive: true, force: true });
  }
  const scratch = await createScratch();
  const cluster = prepareCluster(join(kept, name), "bench");
  const port = await freePort();
  const settings = { fsync: "off", full_page_writes: "off" };
  const command = postgresCommand(cluster, port, settings);
  const admin = postgresUrl(port, "bench", "postgres");
  const server = await startTestServer(scratch, "postgres", command, () =>
    waitForPostgres(admin, 120_000),
  );
  const stop = async () => {
    await server.stop();
    scratch.remove();
  };
  try {
    const url = postgresUrl(port, "bench", "meridian");
    await ensureDatabase(admin, "meridian");
    await migrate(url);
    await loadSynthetic({
      databaseUrl: url,
      products,
      onProgress: ({ done, total }) => console.error(`filled ${done} of ${total} products`),
    });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const folder = join(db, "src/demo/synthetic");
  for (const file of readdirSync(folder).toSorted())
    if (file.endsWith(".ts")) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 12);
}
