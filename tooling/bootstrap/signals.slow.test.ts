import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";

const { scripts } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { scripts: Record<string, string> };

/** Says who it is, then which signal reached it. */
const listener = `
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {
  process.stdout.write("got " + signal + "\\n", () => process.exit(0));
});
setInterval(() => {}, 1_000);
console.log("up", process.pid);
`;

/** A project with our scripts, of which each runs the listener. */
function project(script: string): string {
  const directory = mkdtempSync(join(tmpdir(), "meridian-signals-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  writeFileSync(join(directory, "package.json"), JSON.stringify({ type: "module", scripts }));
  const program = join(directory, script.split(" ").at(-1) ?? "");
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, listener);
  return directory;
}

// A shell between npm and the program keeps signals to itself, and leaves the program behind when it is ended.
test.each([
  ["start", "SIGINT"],
  ["start", "SIGTERM"],
  ["test", "SIGTERM"],
  ["dev", "SIGTERM"],
] as const)("npm run %s passes %s on", { timeout: 60_000 }, async (name, signal) => {
  const npm = spawn("npm", ["run", "--silent", name], {
    cwd: project(scripts[name] ?? ""),
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env["PATH"]}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: npm.stdout })) {
    said.push(line);
    const pid = /^up (\d+)$/.exec(line)?.[1];
    if (pid === undefined) continue;
    onTestFinished(() => endIfLeft(Number(pid)));
    npm.kill(signal);
  }
  expect(said.at(-1)).toBe(`got ${signal}`);
});

function endIfLeft(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended, as it should.
  }
}
