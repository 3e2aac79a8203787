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

test("stock is imported and exported by who may write and read stock, not by who may write the catalogue", async () => {
  const stock = { subject: "stock", format: "csv" } as const;
  const catalogue = callerWith("catalog:write");
  await expect(catalogue.addImport(stock)).rejects.toThrow("inventory:write");
  await expect(catalogue.addExport(stock)).rejects.toThrow("inventory:read");
  const both = callerWith("catalog:write", "inventory:read", "inventory:write");
  expect(await both.addImport(stock)).toMatchObject({ subject: "stock" });
  expect(await both.addExport(stock)).toMatchObject({ subject: "stock" });
});
