import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { makeImport, makeVariants } from "@meridian/api/testing/imports.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { afterAll, expect, test, vi } from "vitest";
import { startWorkerProcess } from "../test/worker-process.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 6 });
const sql = db.$client;
const scratch = await createScratch();
const ends: (() => Promise<unknown> | void)[] = [() => scratch.remove(), () => sql.end()];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

async function startWorker(name: string): Promise<number> {
  const { pid, stop } = await startWorkerProcess(scratch, name, database.url);
  ends.push(stop);
  return pid;
}

const rows = 20_000;
const variantCount = 2_000;

test("twenty thousand rows with bad ones among them; the worker is killed half-way, others end it", async () => {
  await makeVariants(db, variantCount);
  const locations = await Promise.all(
    Array.from({ length: rows / variantCount }, () => makeLocation(db)),
  );
  const lines = Array.from({ length: rows }, (_, n) => {
    const sku = n % 100 === 99 ? "SKU-none" : `SKU-${(n % variantCount) + 1}`;
    return `${sku},${locations[Math.floor(n / variantCount)]},${n % 250 === 17 ? "x" : n + 1}`;
  });
  const bad = lines.filter((line) => /none|,x$/.test(line)).length;

  // Half-way is a variant that somebody holds: there the worker waits, inside of a step, until it is killed.
  let release = () => {};
  let isHeld = false;
  const half = Math.floor(variantCount / 2) + 1;
  const hold = () =>
    sql.begin(async (tx) => {
      await tx`select from variant where sku = ${`SKU-${half}`} for update`;
      isHeld = true;
      await new Promise<void>((resolve) => (release = resolve));
    });
  const { id } = await makeImport(db, { subject: "stock", format: "csv" }, [
    "sku,locationId,onHand",
    ...lines,
  ]);
  const holding = hold();
  await vi.waitFor(() => expect(isHeld).toBe(true));
  const job = async () => (await sql`select * from bulk_job where id = ${id}`)[0];

  const first = await startWorker("first");
  const isWaiting = async () =>
    (
      await sql`select from pg_stat_activity where wait_event_type = 'Lock'
        and application_name = 'meridian-worker' and datname = current_database()`
    ).length;
  await vi.waitFor(async () => expect(await isWaiting()).toBeGreaterThan(0), 60_000);
  process.kill(first, "SIGKILL");
  const left = await job();
  expect(left?.["rows_read"]).toBeGreaterThan(0);
  expect(left?.["rows_read"]).toBeLessThan(rows);
  release();
  await holding;

  await Promise.all([startWorker("second"), startWorker("third")]);
  await vi.waitFor(async () => expect((await job())?.["state"]).toBe("done"), 100_000);
  expect(await job()).toMatchObject({
    rows_read: rows,
    rows_changed: rows - bad,
    rows_unchanged: 0,
    rows_refused: bad,
  });
  const [count] = await sql`
    select (select count(*)::int from movement where reference = ${id}) as movements,
           (select count(*)::int from level) as levels,
           (select count(distinct line)::int from bulk_refusal where job_id = ${id}) as lines`;
  expect(count).toEqual({ movements: rows - bad, levels: rows - bad, lines: bad });
  const [last] = await sql`select on_hand from level l join variant v on v.id = l.variant_id
    where l.location_id = ${locations.at(-1)!} and v.sku = ${`SKU-${variantCount - 1}`}`;
  expect(last).toEqual({ on_hand: rows - 1 });
  expect(await findBrokenInvariants(db)).toEqual([]);
});
