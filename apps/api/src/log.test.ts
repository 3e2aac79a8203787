import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createLog, logAnswered } from "./log.ts";

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

test("the line of an answer is what the library would write", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const answered = { method: "GET", route: "/api/v1/products", status: 200, durationMs: 0.25 };
  logAnswered(log, { requestId: "mine", ...answered });
  log.info({ reqId: "mine", ...answered }, "answered");
  const [own, library] = lines.map((line) => ({ ...(JSON.parse(line) as object), time: 0 }));
  expect(own).toEqual(library);
  expect(Object.keys(own ?? {})).toEqual(Object.keys(library ?? {}));
  logAnswered(createLog("warn", { write: (line) => void lines.push(line) }), {
    requestId: "mine",
    ...answered,
  });
  expect(lines).toHaveLength(2);
});
