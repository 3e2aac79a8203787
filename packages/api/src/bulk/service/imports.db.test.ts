import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, describe, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import {
  importer,
  importRunner,
  makeImport,
  makeVariants,
  textOf,
} from "../../../testing/imports.ts";
import { dyingBefore, Killed } from "../../../testing/providers.ts";
import { makeLocation } from "../../../testing/shop.ts";
import { loadStates } from "../../live/states.ts";
import { addJob, cancelJob, getJob } from "../service.ts";
import { readFile } from "./file.ts";
import { claimJob, finishJob, LeaseLost } from "./lease.ts";
import { listRefusals } from "./refusals.ts";
import { runExports } from "./run-exports.ts";
import { runImports } from "./run-imports.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const sql = db.$client;
const ctx = testContext(db, { actor: importer });
const location = await makeLocation(db);
await makeVariants(db, 2_000);

const { read, run, refusalsOf } = importRunner(ctx);

const stockRow = (n: number, onHand: number | string) => `SKU-${n},${location},${onHand}`;
const stockHead = "sku,locationId,onHand";
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const movementCount = async () => (await sql`select from movement`).length;

describe("stock", () => {
  test("goes in, bad rows are told by line and column, the rest does not mind", async () => {
    const job = await makeImport(db, { subject: "stock", format: "csv" }, [
      `\ufeff${stockHead}`,
      stockRow(1, 5),
      stockRow(2, "five"),
      '"SKU-3","' + location + '","7"',
      "SKU-none," + location + ",1",
      "",
      "SKU-4,loc_none,1",
      stockRow(5, 1) + ",extra",
      stockRow(1, 6),
      stockRow(1, 6),
    ]);
    expect(job).toMatchObject({ state: "queued", version: 2 });
    expect(await run(job.id)).toMatchObject({
      state: "done",
      doneBytes: job.fileBytes,
      rows: { read: 8, changed: 3, unchanged: 1, refused: 4 },
    });
    expect(await refusalsOf(job.id)).toMatchObject([
      { line: 3, column: "onHand" },
      { line: 5, column: "sku", reason: "no variant has the code SKU-none" },
      { line: 7, column: "locationId" },
      { line: 8, column: null },
    ]);
    expect(await textOf(await listRefusals(ctx, job.id, "csv"))).toMatch(
      /^line,column,reason\r\n3,onHand,/,
    );
    const [level] = await sql`select on_hand from level l join variant v on v.id = l.variant_id
      where v.sku = 'SKU-1'`;
    expect(level).toMatchObject({ on_hand: 6 });
    expect(await findBrokenInvariants(db)).toEqual([]);
  });

  test("a worker that dies at any step, and the next goes on: each row once", async () => {
    const before = await movementCount();
    const lines = numbers(1_750).map((n) => stockRow(n, 100 + n));
    const job = await makeImport(db, { subject: "stock", format: "csv" }, [
      stockHead,
      // A cell with a line break: places in the file are not lines.
      `"SKU-none\n",${location},1`,
      ...lines,
    ]);
    for (let deaths = 2; (await read(job.id)).state !== "done"; deaths++) {
      await runImports(dyingBefore(ctx, deaths)).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
      });
      await sql`update bulk_job set locked_until = now() where id = ${job.id}`;
    }
    expect(await read(job.id)).toMatchObject({
      rows: { read: 1_751, changed: 1_750, unchanged: 0, refused: 1 },
    });
    expect((await movementCount()) - before).toBe(1_750);
    expect(await refusalsOf(job.id)).toMatchObject([{ line: 2, column: "sku" }]);
    const [state] = await loadStates(ctx, [`job:${job.id}`]);
    expect(state?.value).toMatchObject({ kind: "job", state: await read(job.id) });
    const events = await sql<{ version: number }[]>`
      select aggregate_version as version from outbox where aggregate_id = ${job.id} order by id`;
    expect(events.map(({ version }) => version)).toEqual(numbers(events.length));
    expect(await findBrokenInvariants(db)).toEqual([]);
  });

  test("several workers share jobs, and none does what another has", async () => {
    const jobs = await Promise.all(
      numbers(4).map((part) =>
        makeImport(db, { subject: "stock", format: "ndjson" }, [
          ...numbers(400).map((n) =>
            JSON.stringify({ sku: `SKU-${part * 400 + n - 400}`, locationId: location, onHand: 9 }),
          ),
          "not json",
        ]),
      ),
    );
    const work = async () => {
      for (let idle = 0; idle < 20;) idle = (await runImports(ctx)) === 0 ? idle + 1 : 0;
    };
    await Promise.all([work(), work(), work()]);
    for (const { id } of jobs) {
      expect(await read(id)).toMatchObject({ state: "done", rows: { changed: 400, refused: 1 } });
    }
  });

  test("what is cancelled goes no further; the step under way is undone", async () => {
    const job = await makeImport(db, { subject: "stock", format: "csv" }, [
      stockHead,
      stockRow(7, 777),
    ]);
    // The lock of a count that waits: the worker is inside of its step.
    let release = () => {};
    let holding: Promise<unknown> = Promise.resolve();
    await new Promise<void>((locked) => {
      holding = sql.begin(async (tx) => {
        await tx`select from variant where sku = 'SKU-7' for update`;
        locked();
        await new Promise<void>((resolve) => (release = resolve));
      });
    });
    const running = runImports(ctx);
    while ((await read(job.id)).state !== "running") await Promise.resolve();
    await cancelJob(ctx, "import", { jobId: job.id });
    release();
    await Promise.all([holding, running]);
    expect(await read(job.id)).toMatchObject({ state: "cancelled", rows: { read: 0 } });
    expect(await sql`select from level where on_hand = 777`).toHaveLength(0);
    await expect(cancelJob(ctx, "import", { jobId: job.id })).rejects.toMatchObject({
      reason: "bulk.wrong_state",
      details: { state: "cancelled" },
    });
  });

  test("a file that can't be read on fails there, with what came before it done", async () => {
    const job = await makeImport(db, { subject: "stock", format: "csv" }, [
      stockHead,
      stockRow(8, 888),
      '"never closed,1,2',
    ]);
    const ended = await run(job.id);
    expect(ended).toMatchObject({ state: "failed", rows: { changed: 1 } });
    expect(ended.failure).toContain("line 3");
  });

  test("a lease that has run out is taken over, and its old holder writes nothing", async () => {
    const job = await makeImport(db, { subject: "stock", format: "csv" }, [stockHead]);
    const first = await claimJob(ctx, "import");
    expect(first?.id).toBe(job.id);
    expect(await claimJob(ctx, "import")).toBeUndefined();
    await sql`update bulk_job set locked_until = now() where id = ${job.id}`;
    expect((await claimJob(ctx, "import"))?.id).toBe(job.id);
    const late = db.transaction((tx) => finishJob({ ...ctx, db: tx }, first!, { state: "done" }));
    await expect(late).rejects.toBeInstanceOf(LeaseLost);
    await sql`update bulk_job set locked_until = now() where id = ${job.id}`;
    expect((await run(job.id)).state).toBe("done");
  });
});

test("prices are set and taken away by file", async () => {
  const job = await makeImport(db, { subject: "prices", format: "csv" }, [
    "sku,region,currency,amountMinor,compareAtMinor",
    "SKU-1,eu,EUR,1999,2500",
    "SKU-1,us,EUR,1999,",
    "SKU-2,eu,EUR,500,",
    "SKU-2,eu,EUR,,",
    "SKU-3,mars,EUR,1,",
  ]);
  expect(await run(job.id)).toMatchObject({ rows: { changed: 3, refused: 2 } });
  expect((await refusalsOf(job.id)).map(({ line }) => line)).toEqual([3, 6]);
  const rows = await sql`select v.sku, pr.amount_minor::int as amount from price pr
    join variant v on v.id = pr.variant_id order by 1`;
  expect(rows).toMatchObject([{ sku: "SKU-1", amount: 1999 }]);
});

test.each(["prices", "stock"] as const)("%s come back as they went out", async (subject) => {
  for (const format of ["csv", "ndjson"] as const) {
    const { id } = await addJob(ctx, "export", { subject, format });
    while ((await getJob(ctx, "export", { jobId: id })).state !== "done") await runExports(ctx);
    const file = await textOf(readFile(db, id, 0));
    const back = await run((await makeImport(db, { subject, format }, file)).id);
    const { read: rows } = (await getJob(ctx, "export", { jobId: id })).rows;
    expect(back.rows).toEqual({ read: rows, changed: 0, unchanged: rows, refused: 0 });
    expect(rows).toBeGreaterThan(0);
  }
});
