import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findServerOf } from "./left-over.ts";

export type RedisSettings = {
  /** The program: redis-server or valkey-server. */
  program: string;
  directory: string;
  port: number;
  password: string;
  /** Whether what it acknowledged survives a kill: an append-only file, synced every second. */
  isDurable: boolean;
};

/** How to run a Redis in the foreground on the loopback; its settings go into a private file. */
export function redisCommand(settings: RedisSettings): {
  command: string;
  args: string[];
  cwd: string;
} {
  mkdirSync(settings.directory, { recursive: true, mode: 0o700 });
  const file = join(settings.directory, "redis.conf");
  const lines = [
    "bind 127.0.0.1",
    `port ${settings.port}`,
    "protected-mode yes",
    `requirepass ${settings.password}`,
    `dir "${settings.directory}"`,
    "daemonize no",
    `pidfile "${pidFile(settings.directory)}"`,
    settings.isDurable ? "appendonly yes\nappendfsync everysec" : 'appendonly no\nsave ""',
  ];
  // In a file, not in the arguments: every user of the machine may read those.
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return { command: settings.program, args: [file], cwd: settings.directory };
}

/** The pid of a Redis that a killed start has left on this directory. */
export function findRunningRedis(directory: string): number | undefined {
  return findServerOf(directory, pidFile(directory));
}

/** Waits until Redis has loaded its data and answers. @throws after `timeoutMs` */
export async function waitForRedis(
  port: number,
  password: string,
  timeoutMs: number,
  signal?: AbortSignal,
) {
  const deadline = performance.now() + timeoutMs;
  while (!(await ping(port, password))) {
    if (performance.now() > deadline) throw new Error(`Redis does not answer on port ${port}.`);
    await sleep(50, undefined, { signal });
  }
}

export function redisUrl(port: number, password: string): string {
  return `redis://:${password}@127.0.0.1:${port}`;
}

function pidFile(directory: string): string {
  return join(directory, "redis.pid");
}

/** Whether Redis says anything: that it is loading is an answer, too. */
export function redisAnswers(port: number, password: string): Promise<boolean> {
  return converse(port, password, () => true);
}

function ping(port: number, password: string): Promise<boolean> {
  return converse(port, password, (answer) =>
    answer.includes("+PONG") ? true : answer.includes("-") ? false : undefined,
  );
}

/** Asks for a pong. @param judge undefined while more must be read */
function converse(
  port: number,
  password: string,
  judge: (answer: string) => boolean | undefined,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1", timeout: 2_000 });
    let answer = "";
    const finish = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once("connect", () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      const verdict = judge(answer);
      if (verdict !== undefined) finish(verdict);
    });
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });
}
