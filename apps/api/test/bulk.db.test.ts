import { Readable } from "node:stream";
import { runExports, runImports } from "@meridian/api/server.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { importer, makeVariants } from "@meridian/api/testing/imports.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { expect, test, vi } from "vitest";
import { catalogueManager } from "./catalogue-manager.ts";
import { bearer, send } from "./host.ts";
import { bearerOf, makeClient } from "./oauth.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const { call } = catalogueManager(app);
const ctx = testContext(db, { actor: importer });
const location = await makeLocation(db);
await makeVariants(db, 60_000);

type Job = { id: string; state: string; fileBytes: number; version: number; rows: object };
const add = async (path: string, body: object) => {
  const answer = await call("POST", path, body);
  expect(answer.status).toBe(201);
  return answer.body as Job;
};
const put = async (jobId: string, body: Buffer | Readable, query = "", type = "text/csv") => {
  const answer = await app.inject({
    method: "PUT",
    url: `/api/v1/imports/${jobId}/file${query}`,
    headers: { ...bearer, "content-type": type },
    payload: body,
  });
  return { status: answer.statusCode, body: answer.json<Job & { details: object }>() };
};
const file = (rows: number) =>
  Buffer.from(
    `sku,locationId,onHand\n${Array.from({ length: rows }, (_, n) => `SKU-${n + 1},${location},${n + 1}\n`).join("")}`,
  );
const got = async (path: string, headers: { [name: string]: string } = {}) =>
  await app.inject({ method: "GET", url: `/api/v1${path}`, headers: { ...bearer, ...headers } });

test("a file of over a megabyte goes in by parts, after a cut off try, and its job can be followed", async () => {
  const job = await add("/imports", { subject: "stock", format: "csv" });
  expect(job).toMatchObject({ state: "awaiting_file", version: 1 });
  const bytes = file(40_000);
  expect(bytes.length).toBeGreaterThan(1_048_576);
  const fileBytes = 700_000;
  const cut = async function* () {
    yield bytes.subarray(0, fileBytes);
    await vi.waitFor(async () =>
      expect((await call("GET", `/imports/${job.id}`)).body).toMatchObject({ fileBytes }),
    );
    throw new Error("cut off");
  };
  await expect(put(job.id, Readable.from(cut()))).rejects.toThrow("cut off");
  const wrong = await put(job.id, bytes.subarray(0, 10), `?offset=${fileBytes + 1}`);
  expect(wrong).toMatchObject({ status: 409, body: { details: { fileBytes } } });
  const middle = fileBytes + 300_000;
  const part = bytes.subarray(fileBytes, middle);
  expect(await put(job.id, part, `?offset=${fileBytes}&more=true`)).toMatchObject({
    status: 200,
    body: { state: "awaiting_file", fileBytes: middle },
  });
  expect(await put(job.id, bytes.subarray(middle), `?offset=${middle}`)).toMatchObject({
    status: 200,
    body: { state: "queued", fileBytes: bytes.length },
  });
  expect((await put(job.id, bytes)).status).toBe(409);

  while ((await runImports(ctx)) > 0);
  const done = await call("GET", `/imports/${job.id}`);
  expect(done.body).toMatchObject({ state: "done", rows: { read: 40_000, changed: 40_000 } });
  expect(done.headers["etag"]).toBe(`"${(done.body as Job).version}"`);
});

test("refused rows are a file of their own", async () => {
  const job = await add("/imports", { subject: "stock", format: "ndjson" });
  const rows = Buffer.from('{"sku":"none"}\n{"sku":"SKU-1","locationId":"x","onHand":1}\n');
  await put(job.id, rows, "", "application/x-ndjson");
  while ((await runImports(ctx)) > 0);
  const csv = await got(`/imports/${job.id}/refusals`);
  expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(csv.body.split("\r\n").map((line) => line.split(",", 2).join())).toEqual([
    "line,column",
    "1,locationId",
    "1,onHand",
    "2,locationId",
    "",
  ]);
  const ndjson = await got(`/imports/${job.id}/refusals?format=ndjson`);
  expect(JSON.parse(ndjson.body.split("\n")[0]!)).toMatchObject({ line: 1, column: "locationId" });
  expect((await got(`/imports/${job.id}/refusals?format=xml`)).statusCode).toBe(400);
});

test("an export is fetched whole, and on from where it was cut off", async () => {
  const job = await add("/exports", { subject: "stock", format: "csv" });
  const early = await got(`/exports/${job.id}/file`);
  expect([early.statusCode, early.json<{ reason: string }>().reason]).toEqual([
    409,
    "bulk.wrong_state",
  ]);
  expect(await runExports(ctx)).toBe(1);
  const whole = await got(`/exports/${job.id}/file`);
  expect(whole).toMatchObject({ statusCode: 200, headers: { "accept-ranges": "bytes" } });
  expect(whole.headers["content-length"]).toBe(String(whole.rawPayload.length));
  const etag = String(whole.headers["etag"]);
  const first = await got(`/exports/${job.id}/file`, { range: "bytes=0-299999" });
  const rest = await got(`/exports/${job.id}/file`, { range: "bytes=300000-", "if-range": etag });
  expect([first.statusCode, rest.statusCode]).toEqual([206, 206]);
  expect(first.headers["content-range"]).toBe(`bytes 0-299999/${whole.rawPayload.length}`);
  expect(Buffer.concat([first.rawPayload, rest.rawPayload]).equals(whole.rawPayload)).toBe(true);
  expect((await got(`/exports/${job.id}/file`, { range: "bytes=999999999-" })).statusCode).toBe(
    416,
  );
  expect((await got(`/exports/${job.id}/file`, { "if-none-match": etag })).statusCode).toBe(304);
});

test("what stock's jobs hold is seen and fed by who may do the same with stock", async () => {
  const catalogue = await bearerOf(app, await makeClient(db, { scopes: ["catalog:write"] }));
  const stockImport = await add("/imports", { subject: "stock", format: "csv" });
  const stockExport = await add("/exports", { subject: "stock", format: "csv" });
  const asked = [
    ["GET", `/imports/${stockImport.id}`],
    ["PUT", `/imports/${stockImport.id}/file`],
    ["GET", `/imports/${stockImport.id}/refusals`],
    ["POST", `/imports/${stockImport.id}/cancel`],
    ["GET", `/exports/${stockExport.id}`],
    ["GET", `/exports/${stockExport.id}/file`],
    ["POST", `/exports/${stockExport.id}/cancel`],
  ] as const;
  for (const [method, path] of asked) {
    const headers = { ...catalogue, ...(method === "PUT" && { "content-type": "text/csv" }) };
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers });
    expect([path, answer.statusCode]).toEqual([path, 403]);
  }
  const prices = await add("/exports", { subject: "prices", format: "csv" });
  const seen = await app.inject({ url: `/api/v1/exports/${prices.id}`, headers: catalogue });
  expect(seen.statusCode).toBe(200);
});

test("jobs are seen and fed with the scope only, and by both faces", async () => {
  const job = await add("/imports", { subject: "prices", format: "csv" });
  for (const [method, path] of [
    ["GET", `/imports/${job.id}`],
    ["PUT", `/imports/${job.id}/file`],
    ["GET", `/imports/${job.id}/refusals`],
    ["GET", `/exports/${job.id}/file`],
  ] as const) {
    const headers: { [name: string]: string } =
      method === "PUT" ? { "content-type": "text/csv" } : {};
    expect((await send(app, method, `/api/v1${path}`, { headers })).status).toBe(401);
  }
  expect((await got(`/exports/${job.id}`)).statusCode).toBe(404);
  expect((await got("/imports/nothing/refusals")).statusCode).toBe(400);
  expect((await put(job.id, Buffer.from("x"), "", "image/png")).status).toBe(415);
  const cancelled = await send(app, "POST", "/trpc/bulk.cancelImport", {
    body: { jobId: job.id },
    headers: bearer,
  });
  expect(cancelled.body).toMatchObject({ result: { data: { state: "cancelled" } } });
});
