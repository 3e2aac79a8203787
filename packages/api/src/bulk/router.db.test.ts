import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../testing/context.ts";
import type { Scope } from "@meridian/db/scopes.ts";
import { createCallerFactory, type RequestContext } from "../kernel/trpc.ts";
import { bulkRouter } from "./router.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 2 });
afterAll(() => db.$client.end());

const callerWith = (...scopes: Scope[]) =>
  createCallerFactory(bulkRouter)({
    ...testContext(db, { actor: { kind: "client", id: "client_x", scopes: new Set(scopes) } }),
    requestId: "r",
    reply: { isReplayed: false },
  } as unknown as RequestContext);

const stock = { subject: "stock", format: "csv" } as const;
const prices = { subject: "prices", format: "csv" } as const;

test("who may write the catalogue has its jobs, and none of stock", async () => {
  const catalogue = callerWith("catalog:write");
  expect(await catalogue.addImport(prices)).toMatchObject({ subject: "prices" });
  await expect(catalogue.addImport(stock)).rejects.toThrow("inventory:write");
  await expect(catalogue.addExport(stock)).rejects.toThrow("inventory:read");
});

test("who may write or read stock has its jobs, and none of the catalogue", async () => {
  const writer = callerWith("inventory:write");
  const reader = callerWith("inventory:read");
  const { id } = await writer.addImport(stock);
  expect(await writer.getImport({ jobId: id })).toMatchObject({ subject: "stock" });
  expect(await writer.cancelImport({ jobId: id })).toMatchObject({ state: "cancelled" });
  expect(await reader.addExport(stock)).toMatchObject({ subject: "stock" });
  await expect(reader.addImport(stock)).rejects.toThrow("inventory:write");
  await expect(writer.addImport(prices)).rejects.toThrow("catalog:write");
  await expect(reader.addExport(prices)).rejects.toThrow("catalog:write");
  const theirs = await callerWith("catalog:write").addImport(prices);
  await expect(writer.getImport({ jobId: theirs.id })).rejects.toThrow("catalog:write");
  await expect(writer.cancelImport({ jobId: theirs.id })).rejects.toThrow("catalog:write");
});
