import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** What tools write beside the sources: no input of anything. */
const ignored = /^(node_modules|test-results|next-env\.d\.ts|\.next.*|\.turbo|.*\.tsbuildinfo)$/;

/** A hash of the names and contents of all files below some paths, in a stable order. */
export function hashFiles(base: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((start) => filesBelow(join(base, start))).toSorted()) {
    hash
      .update(`${relative(base, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(path: string): string[] {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [path];
    throw error;
  }
  return entries
    .filter((entry) => !ignored.test(entry.name))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return filesBelow(inner);
      return entry.isFile() ? [inner] : [];
    });
}
