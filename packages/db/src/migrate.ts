import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));

/**
 * Brings a database to the newest schema. Safe to call from several processes at once: one
 * applies, the rest wait. Returns how many migrations were applied and how many there are.
 */
export async function migrate(databaseUrl: string): Promise<{ applied: number; total: number }> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(4_207_315)`;
    const before = await countApplied(client);
    await applyMigrations(drizzle(client), { migrationsFolder });
    const total = await countApplied(client);
    return { applied: total - before, total };
  } finally {
    await client.end();
  }
}

async function countApplied(client: postgres.Sql): Promise<number> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return 0;
  const [row] = await client`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}
