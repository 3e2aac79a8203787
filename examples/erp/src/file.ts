import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

export function readJson<T>(path: string): T | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : undefined;
}

/** The file holds either what it held or all of `value`, whenever the process is killed or the power fails. */
export function replaceJson(path: string, value: unknown): void {
  const next = `${path}.next`;
  flushed(next, "w", (file) => writeFileSync(file, JSON.stringify(value)));
  renameSync(next, path);
  flushed(dirname(path), "r", () => {});
}

function flushed(path: string, flags: string, write: (file: number) => void): void {
  const file = openSync(path, flags);
  try {
    write(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
