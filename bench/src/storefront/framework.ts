import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "@meridian/tooling/stack/env.ts";

/** JavaScript that Next and React bring to an empty page, compressed as it is sent. @param built the storefront's build, inside apps/web */
export function frameworkBytes(built: string): number {
  const directory = join(root, "apps/web", built);
  const manifest = JSON.parse(readFileSync(join(directory, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  return manifest.rootMainFiles
    .map((file) => gzipSync(readFileSync(join(directory, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}
