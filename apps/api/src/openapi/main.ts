/** Writes docs/openapi.json; with --check it writes nothing, and fails when the file differs from the router. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { appRouter } from "@meridian/api/server.ts";
import { differences } from "./differences.ts";
import { openApiDocument } from "./document.ts";

const file = fileURLToPath(new URL("../../../../docs/openapi.json", import.meta.url));
const document = openApiDocument(appRouter);

if (process.argv.includes("--check")) {
  const found = differences(read(file), JSON.parse(JSON.stringify(document)));
  for (const difference of found.slice(0, 20)) console.error(difference);
  if (found.length > 0) {
    console.error(`docs/openapi.json differs in ${found.length} places. Write it: pnpm openapi`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
