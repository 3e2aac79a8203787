import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { statusByKind, type ErrorKind } from "@meridian/api/kernel/errors.ts";
import { reasons } from "@meridian/api/server.ts";
import { expect, test } from "vitest";
import { operationsOf } from "../plugins/rest/operations.ts";
import { appRouter } from "@meridian/api/server.ts";
import { catalogue } from "./catalogue.ts";

const source = fileURLToPath(new URL("../../../../packages/api/src", import.meta.url));
const thrown = globSync("**/*.ts", { cwd: source })
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [
    ...readFileSync(`${source}/${file}`, "utf8").matchAll(
      /new DomainError\(\s*"(\w+)",\s*"([\w.]+)"/g,
    ),
  ])
  .map(([, kind, reason]) => ({ kind: kind as ErrorKind, reason: reason ?? "" }));

test.each(thrown)("$reason is declared, with the status of $kind", ({ kind, reason }) => {
  expect(reasons).toHaveProperty([reason]);
  expect(catalogue[reason as keyof typeof catalogue].status).toBe(statusByKind[kind]);
});

test("operations declare reasons that exist", () => {
  const declared = operationsOf(appRouter).flatMap(({ rest }) => rest.reasons ?? []);
  expect(declared.filter((reason) => !(reason in catalogue))).toEqual([]);
});
