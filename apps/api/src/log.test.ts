import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const module = new URL("log.ts", import.meta.url).href;

/** Lines that a process has written which logs one, and then does this. */
async function linesOf(then: string): Promise<string[]> {
  const program = `import { bufferedStdout, createLog } from ${JSON.stringify(module)};
    createLog("info", bufferedStdout()).info({}, "hello");
    ${then}`;
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  const { stdout } = await run.catch((error: unknown) => error as { stdout: string });
  return stdout.split("\n").filter((line) => line !== "");
}

test.each(["process.exit(0);", "process.exitCode = 1;", 'throw new Error("defect");'])(
  "a line that waits is written when the process ends by %s",
  async (then) => expect(await linesOf(then)).toHaveLength(1),
);

test("a line does not wait for the end", async () => {
  const kill = 'setTimeout(() => process.kill(process.pid, "SIGKILL"), 3_000);';
  expect(await linesOf(kill)).toHaveLength(1);
});
