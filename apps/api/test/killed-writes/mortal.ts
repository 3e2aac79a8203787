import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export type Request = { path: string; body: object; headers: Record<string, string> };

/** An API process that can be killed while it holds back one step of each request. */
export async function startMortal(databaseUrl: string, step: string) {
  const program = fileURLToPath(new URL("mortal-process.ts", import.meta.url));
  // Who is killed clears nothing away.
  const folder = mkdtempSync(join(tmpdir(), "meridian-mortal-"));
  const child = spawn(process.execPath, [program, databaseUrl, step], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const nextLine = async (signal?: AbortSignal) =>
    String(((await once(child.stdout, "data", signal && { signal })) as [Buffer])[0]).trim();
  const port = await nextLine();
  return {
    /** False: it was answered. */
    async stopsAt({ path, body, headers }: Request): Promise<boolean> {
      const isAnswered = new AbortController();
      const stopped = nextLine(isAnswered.signal);
      const answer = fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const answered = answer.then(
        () => false,
        () => true,
      );
      const isLost = await Promise.race([stopped.then(() => true), answered]);
      isAnswered.abort();
      return isLost;
    },
    async kill(): Promise<void> {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
