/**
 * A real PostgreSQL for tests. In any `*.db.test.ts`:
 *
 * ```ts
 * import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
 *
 * const database = await testDatabase(); // at the top of the file
 * const db = createClient(database.url);
 * afterAll(() => db.$client.end());
 * ```
 *
 * Each call is an own, migrated, empty database (a clone of a template: some 50 ms), dropped when the
 * file ends, so files run in parallel and share no row. Run some of them from the root:
 *
 *     pnpm exec vitest run --project db packages/api/src/cart
 *
 * The run starts an embedded server and stops it at the end. Against one that runs already, which
 * saves two seconds: TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres
 */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import type {} from "./postgres-setup.ts";

export type TestDatabase = {
  /** Its address, for `createClient`. */
  url: string;
  name: string;
};

/** Clones the migrated template; call it at the top of a test file or of a `describe`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject("testPostgres");
  const name = `meridian_test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  await asAdmin(
    adminUrl,
    (admin) => admin`create database ${admin(name)} template ${admin(template)}`,
  );
  // Forced: a pool that the test forgot to close must not keep the database.
  afterAll(() =>
    asAdmin(adminUrl, (admin) => admin`drop database if exists ${admin(name)} with (force)`),
  );
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, name };
}

async function asAdmin(url: string, run: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await run(admin);
  } finally {
    await admin.end();
  }
}
