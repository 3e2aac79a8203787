import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { importer, importRunner, makeImport, textOf } from "../../../testing/imports.ts";
import { addJob, getJob } from "../service.ts";
import { readFile } from "./file.ts";
import { runExports } from "./run-exports.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const sql = db.$client;
const ctx = testContext(db, { actor: importer });
const { run, refusalsOf } = importRunner(ctx);

const teapot = (handle: string, over: object = {}) =>
  JSON.stringify({
    handle,
    title: "Tide, teapot",
    description: 'Pours "like"\nthe ebb',
    tags: ["new", "blue"],
    images: [{ src: "https://p.example/1.jpg" }],
    variants: ["Sage", "Ink"].map((Color) => ({
      sku: `${handle}-${Color}`,
      options: { Color },
      prices: [{ region: "eu", price: { amountMinor: 1999, currency: "EUR" } }],
    })),
    ...over,
  });

test("are added and changed by NDJSON, each by itself", async () => {
  const job = await makeImport(db, { subject: "products", format: "ndjson" }, [
    teapot("one"),
    teapot("two", { variants: [{ sku: "one-Sage" }] }),
    teapot("three", { color: "no such field" }),
    JSON.stringify({ handle: "four" }),
    JSON.stringify({ handle: "one", title: "Changed" }),
    JSON.stringify({ handle: "one", title: "Changed" }),
  ]);
  expect(await run(job.id)).toMatchObject({ rows: { changed: 2, unchanged: 1, refused: 3 } });
  expect((await refusalsOf(job.id)).map(({ line, column }) => [line, column])).toEqual([
    [2, null],
    [3, "color"],
    [4, null],
  ]);
  const [one] = await sql`select title, version from product where handle = 'one'`;
  expect(one).toMatchObject({ title: "Changed", version: 2 });
});

test("in CSV have a line for each variant; beside one that can't be read none goes in", async () => {
  const job = await makeImport(db, { subject: "products", format: "csv" }, [
    "handle,title,tags,option1,value1,sku,priceMinor.eu,isTracked",
    "cup,Cup,a|b,Size,S,cup-s,500,true",
    "cup,,,Size,M,cup-m,600,no",
    "mug,Mug,,Size,S,mug-s,500,true",
    "mug,,,Size,M,mug-m",
    "mug,,,Size,L,mug-l,700,true",
    "jug,Jug,,Size,S,jug-s,900,false",
    "pot,Pot,,,,pot,900,",
    "pot,,,,,pot-2,900,",
    "can,Can,,,,can,9,",
    "can,,,,",
    "tin,Tin,,,,tin,9,",
    "lid,Lid,,,,lid,9,",
  ]);
  expect(await run(job.id)).toMatchObject({ rows: { read: 12, changed: 2, refused: 10 } });
  expect((await refusalsOf(job.id)).map(({ line, column }) => [line, column])).toEqual([
    [2, "variants.1.isTracked"],
    [4, "handle"],
    [5, null],
    [8, "variants.1.options"],
    [10, "handle"],
    [11, null],
    [12, "handle"],
  ]);
  const [jug] = await sql`select v.is_tracked, v.options, pr.amount_minor::int as amount
      from variant v join price pr on pr.variant_id = v.id where v.sku = 'jug-s'`;
  expect(jug).toEqual({ is_tracked: false, options: { Size: "S" }, amount: 900 });
});

test.each(["csv", "ndjson"] as const)("come back as they went out: %s", async (format) => {
  const { id } = await addJob(ctx, "export", { subject: "products", format });
  expect(await runExports(ctx)).toBe(1);
  const job = await getJob(ctx, "export", { jobId: id });
  expect(job).toMatchObject({ state: "done", rows: { read: 3 } });
  const file = await textOf(readFile(db, id, 0));
  expect(Buffer.byteLength(file)).toBe(job.fileBytes);
  const back = await makeImport(db, { subject: "products", format }, file);
  const ended = await run(back.id);
  expect(await refusalsOf(back.id)).toEqual([]);
  expect(ended.rows).toMatchObject({ changed: 0, refused: 0 });
  const changed = file.replaceAll("Changed", "Changed again");
  const again = await run((await makeImport(db, { subject: "products", format }, changed)).id);
  expect(again.rows.refused).toBe(0);
  const [one] = await sql`select title from product where handle = 'one'`;
  expect(one?.["title"]).toContain("Changed again");
  await sql`update product set title = 'Changed' where handle = 'one'`;
});
