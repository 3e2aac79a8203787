/** Writes what is made of docs/openapi.json: the SDK's types and operations, and the collection; with --check it writes nothing, and fails when a file differs. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collectionSource } from "./collection.ts";
import type { Document } from "./document.ts";
import { operationsSource } from "./operations.ts";
import { schemaSource } from "./schema.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const document = JSON.parse(readFileSync(at("../../../docs/openapi.json"), "utf8")) as Document;
const head = "// Written from docs/openapi.json by `pnpm openapi`. Changes made here are lost.\n";
const files = {
  "packages/sdk/src/generated/schema.ts": `${head}${await schemaSource(document)}`,
  "packages/sdk/src/generated/operations.ts": `${head}${operationsSource(document)}`,
  "docs/collection.json": collectionSource(document),
};

for (const [name, text] of Object.entries(files)) {
  const file = at(`../../../${name}`);
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error(`${name} is not what the document says. Write it: pnpm openapi`);
    process.exitCode = 1;
  }
}
