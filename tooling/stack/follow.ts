import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";

const everyMs = 250;

/**
 * Repeats what is written to some logs from now on, each line after the name of its file. Services
 * write to files, not to pipes, so that they live on when this process is killed; hence the polling.
 */
export function followLogs(files: readonly string[], say: (line: string) => void): void {
  const followed = files.map((file) => ({ file, offset: sizeOf(file), rest: "" }));
  setInterval(() => {
    for (const log of followed) {
      const { text, offset } = readFrom(log.file, log.offset);
      const lines = (log.rest + text).split("\n");
      log.rest = lines.pop() ?? "";
      log.offset = offset;
      for (const line of lines) say(`${basename(log.file, ".log").padEnd(7)} │ ${line}`);
    }
  }, everyMs).unref();
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A file that has become shorter was begun anew. */
function readFrom(file: string, offset: number): { text: string; offset: number } {
  const size = sizeOf(file);
  const start = size < offset ? 0 : offset;
  if (size === start) return { text: "", offset: start };
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(fstatSync(handle).size - start);
    const length = readSync(handle, buffer, 0, buffer.length, start);
    return { text: buffer.toString("utf8", 0, length), offset: start + length };
  } finally {
    closeSync(handle);
  }
}
