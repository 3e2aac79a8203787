import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { importer, makeImport } from "../../../testing/imports.ts";
import { addJob } from "../service.ts";
import { runExports } from "./run-exports.ts";
import { claimJob } from "./lease.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
afterAll(() => db.$client.end());
const sql = db.$client;
const ctx = testContext(db, { actor: importer });
const runOut = () =>
  sql`update bulk_job set locked_until = clock_timestamp() where state = 'running'`;
const jobRow = async (id: string) =>
  (await sql`select state, attempts from bulk_job where id = ${id}`)[0];

test("an export that fails each time is given up", async () => {
  const { id } = await addJob(ctx, "export", { subject: "prices", format: "csv" });
  await sql`alter table price rename to price_gone`;
  for (let tries = 0; tries < 5; tries++) {
    await expect(runExports(ctx)).rejects.toThrow();
    expect(await jobRow(id)).toMatchObject({ state: "running", attempts: tries + 1 });
    await runOut();
  }
  expect(await runExports(ctx)).toBe(0);
  expect(await jobRow(id)).toMatchObject({ state: "failed" });
  await sql`alter table price_gone rename to price`;
});

test("so is a job whose workers die of it, and the next one has its turn", async () => {
  const deadly = await makeImport(db, { subject: "stock", format: "csv" }, ["sku"]);
  for (let tries = 0; tries < 5; tries++) {
    expect(await claimJob(ctx, "import")).toMatchObject({ id: deadly.id });
    await runOut();
  }
  const next = await makeImport(db, { subject: "stock", format: "csv" }, ["sku"]);
  expect(await claimJob(ctx, "import")).toMatchObject({ id: next.id });
  expect(await jobRow(deadly.id)).toMatchObject({ state: "failed" });
});
