import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { importer, textOf } from "../../../testing/imports.ts";
import { addJob, getJob } from "../service.ts";
import { readFile, receiveFile } from "./file.ts";
import { deleteOldJobs } from "./old-jobs.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 6 });
afterAll(() => db.$client.end());
const ctx = testContext(db, { actor: importer });
const piece = (letter: string) => Buffer.alloc(256 * 1024, letter);
const newImport = () => addJob(ctx, "import", { subject: "stock", format: "csv" });

test("of two who send at once one is the sender, and the file is theirs alone", async () => {
  const { id: jobId } = await newImport();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const part = { jobId, offset: 0, isLast: true };
  const one = receiveFile(
    ctx,
    part,
    (async function* () {
      yield piece("a");
      first.resolve();
      await second.promise;
      yield piece("a");
    })(),
  );
  const refused = one.catch((error: unknown) => error);
  await first.promise;
  const two = await receiveFile(
    ctx,
    part,
    (async function* () {
      yield piece("b");
      second.resolve();
      await refused;
      yield piece("b");
    })(),
  );
  expect(await refused).toMatchObject({ reason: "bulk.other_sender" });
  expect(two).toMatchObject({ state: "queued", fileBytes: 2 * piece("b").length });
  expect(new Set(await textOf(readFile(db, jobId, 0)))).toEqual(new Set("b"));
});

test("what is old goes with all that it holds, in slices", async () => {
  const { id: jobId } = await newImport();
  await db.$client`
    insert into bulk_chunk (job_id, start, bytes)
    select ${jobId}, n, 'x' from generate_series(0, 199) as n`;
  await db.$client`
    insert into bulk_refusal (job_id, line, place, reason) values (${jobId}, 1, 0, 'none')`;
  const young = await newImport();
  await db.$client`
    update bulk_job set updated_at = now() - interval '8 days' where id = ${jobId}`;
  expect(await deleteOldJobs(ctx, { days: 7, limit: 10 })).toBe(1);
  await expect(getJob(ctx, "import", { jobId })).rejects.toMatchObject({
    reason: "bulk.job_not_found",
  });
  expect(await getJob(ctx, "import", { jobId: young.id })).toMatchObject({ id: young.id });
});
