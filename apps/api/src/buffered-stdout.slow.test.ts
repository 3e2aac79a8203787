import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const module = new URL("buffered-stdout.ts", import.meta.url).href;

/** Lines that a process has written which writes one, and then does this. */
async function linesOf(then: string): Promise<string[]> {
  const program = `import { bufferedStdout } from ${JSON.stringify(module)};
    bufferedStdout().write("hello\\n");
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
