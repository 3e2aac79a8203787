/**
 * Writes docs/openapi.json. With --check it writes nothing, and fails when the file differs from the router, or when the router
 * breaks what was released last. With --release it writes what is released: do that with each release, and for nothing else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { appRouter } from "@meridian/api/server.ts";
import { breakingChanges } from "./breaking/documents.ts";
import { promiseOf } from "./breaking/promise.ts";
import { differences } from "./differences.ts";
import { openApiDocument } from "./document.ts";
import type { Json } from "./json-schema.ts";

const docs = (name: string) => fileURLToPath(new URL(`../../../../docs/${name}`, import.meta.url));
const file = docs("openapi.json");
const releasedFile = docs("openapi.released.json");
const document = JSON.parse(JSON.stringify(openApiDocument(appRouter))) as Json;

if (process.argv.includes("--check")) {
  complain(
    differences(read(file), document),
    (count) => `docs/openapi.json differs in ${count} places. Write it: pnpm openapi`,
  );
  complain(
    breakingChanges(read(releasedFile), document),
    (count) => `${count} changes break programs that were written for the last release.`,
  );
} else if (process.argv.includes("--release")) {
  write(releasedFile, promiseOf(document));
} else {
  write(file, document);
}

function complain(lines: readonly string[], summary: (count: number) => string): void {
  if (lines.length === 0) return;
  for (const line of lines.slice(0, 20)) console.error(line);
  console.error(summary(lines.length));
  process.exitCode = 1;
}

function read(path: string): Json {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Json;
  } catch {
    return {};
  }
}

function write(path: string, json: Json): void {
  writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
}
