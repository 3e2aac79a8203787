import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { identify } from "./identity.ts";
import { freePort } from "./ports.ts";
import { answersHttp, waitForHttp } from "./ready.ts";
import { claimRunDirectory } from "./run-directory.ts";
import { type Service, Supervisor } from "./supervisor.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const patience = { askEveryMs: 50, missesAllowed: 2 };
const isGone = (pid: number) => identify(pid) === undefined;

/** A supervisor with a run directory of its own, and what it said. */
function supervise() {
  const directory = mkdtempSync(join(tmpdir(), "meridian-supervisor-"));
  mkdirSync(join(directory, "run"));
  const said: string[] = [];
  const run = claimRunDirectory(join(directory, "run"));
  const supervisor = new Supervisor(run, (line) => said.push(line), patience);
  stops.push(async () => {
    await supervisor.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  return { supervisor, said, logFile: join(directory, "log") };
}

async function webServer(logFile: string): Promise<Service & { url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const script = `require("http").createServer((_, r) => r.writeHead(503).end()).listen(${port}, "127.0.0.1")`;
  return {
    url,
    name: "server",
    logFile,
    launch: () => ({ command: process.execPath, args: ["-e", script], cwd: tmpdir() }),
    isReady: async (signal) => {
      await vi.waitFor(() => answersHttp(url), { timeout: 60_000 });
      signal.throwIfAborted();
    },
    answers: () => answersHttp(url),
    stop: [{ signal: "SIGKILL", patienceMs: 2_000 }],
  };
}

test("a service that ends comes back", async () => {
  const { supervisor, logFile } = supervise();
  const server = await webServer(logFile);
  await supervisor.start(server);
  const first = supervisor.pidOf("server")!;
  process.kill(first, "SIGKILL");
  await vi.waitFor(() => expect(supervisor.pidOf("server")).not.toBe(first), { timeout: 60_000 });
  await server.isReady(new AbortController().signal);
});

test("a service that answers, even with refusals, is left alone; one that hangs is killed and comes back", async () => {
  const { supervisor, said, logFile } = supervise();
  const server = await webServer(logFile);
  let asked = 0;
  const answers = async () => {
    asked++;
    return await server.answers!();
  };
  await supervisor.start({ ...server, answers });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(patience.missesAllowed * 2), {
    timeout: 60_000,
  });
  const first = supervisor.pidOf("server")!;
  expect(isGone(first)).toBe(false);

  // Stopped, not ended: its socket still takes connections, and nothing answers.
  process.kill(first, "SIGSTOP");
  await vi.waitFor(() => expect(isGone(first)).toBe(true), { timeout: 60_000 });
  await vi.waitFor(() => expect(said.at(-1)).toBe("server is back"), { timeout: 60_000 });
  expect(said.join("\n")).toContain("it hung, SIGKILL");
});

test("a service that hangs while it starts again is killed, and tried again", async () => {
  const { supervisor, said, logFile } = supervise();
  const server = await webServer(logFile);
  const seen: number[] = [];
  const isReady = async (signal: AbortSignal) => {
    seen.push(supervisor.pidOf("server")!);
    if (seen.length === 2) throw new Error("it does not answer");
    await server.isReady(signal);
  };
  await supervisor.start({ ...server, isReady });
  process.kill(seen[0]!, "SIGKILL");
  await vi.waitFor(() => expect(said.at(-1)).toBe("server is back"), { timeout: 60_000 });
  expect(isGone(seen[1]!)).toBe(true);
  expect(supervisor.pidOf("server")).toBe(seen[2]);
  await expect(waitForHttp(server.url, 0)).rejects.toThrow("status 503");
});
