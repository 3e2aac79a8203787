import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createConnection } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { findRedis } from "@meridian/tooling/embedded/redis-program.ts";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";

/** An own, empty Redis that a test may kill and start again on the same port. */
export type RedisProcess = {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops the process without ending it: it takes connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  remove(): Promise<void>;
};

export async function startRedisProcess(): Promise<RedisProcess> {
  const program = findRedis();
  if (!program) throw new Error("These tests need redis-server or valkey-server on the PATH.");
  const scratch = await createScratch();
  const port = await freePort();
  let child: ChildProcess | undefined;

  const start = async () => {
    const settings = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    const args = ["--port", String(port), "--dir", scratch.directory, ...settings];
    child = spawn(program, args, { stdio: "ignore" });
    if (child.pid !== undefined) scratch.own(child.pid);
    await waitForPong(port);
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    async remove() {
      await kill();
      scratch.remove();
    },
  };
}

async function waitForPong(port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await answersPing(port)) return;
    await delay(20);
  }
  throw new Error(`The test's Redis did not answer on port ${port}.`);
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => socket.write("PING\r\n"));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString().startsWith("+PONG"));
    });
    socket.once("error", () => resolve(false));
  });
}
