import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "./postgres.ts";

const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
const sql = postgres(one.url, { onnotice: () => {} });
afterAll(() => sql.end());

test("a clone is migrated and shares nothing with another", async () => {
  await sql`create table only_here ()`;
  const elsewhere = postgres(other.url, { max: 1 });
  const [row] = await elsewhere`
    select to_regclass('only_here') as clone, to_regclass('drizzle.__drizzle_migrations') as migrated`;
  await elsewhere.end();
  expect(row).toEqual({ clone: null, migrated: "drizzle.__drizzle_migrations" });
});
