import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { hashFiles } from "./input-hash.ts";

const base = mkdtempSync(join(tmpdir(), "meridian-hash-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(path: string, content: string): void {
  mkdirSync(join(base, path, ".."), { recursive: true });
  writeFileSync(join(base, path), content);
}

test("the hash changes with a source, its name and its place, and with nothing that tools write", () => {
  write("web/page.tsx", "one");
  write("lock.yaml", "");
  const hash = () => hashFiles(base, ["web", "lock.yaml"]);
  const first = hash();

  for (const written of [
    ".next/x",
    ".next-1a2b/x",
    "node_modules/x",
    "next-env.d.ts",
    "a.tsbuildinfo",
  ]) {
    write(`web/${written}`, "written by a tool");
  }
  expect(hash()).toBe(first);

  write("web/page.tsx", "two");
  const second = hash();
  expect(second).not.toBe(first);
  write("web/other/page.tsx", "");
  expect(new Set([first, second, hash()]).size).toBe(3);
});
