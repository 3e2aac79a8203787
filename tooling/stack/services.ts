import { join } from "node:path";
import {
  findOrphansOf,
  findRunningPostgres,
  type PostgresCluster,
} from "../embedded/postgres-cluster.ts";
import { postgresAnswers, postgresCommand, waitForPostgres } from "../embedded/postgres-server.ts";
import {
  findRunningRedis,
  redisAnswers,
  redisCommand,
  waitForRedis,
} from "../embedded/redis-server.ts";
import { endProcess, identify } from "../process/identity.ts";
import { answersHttp, waitForHttp } from "../process/ready.ts";
import { stopSteps } from "../process/run-directory.ts";
import type { Service } from "../process/supervisor.ts";
import { type DataDirectory, logFile, type Secrets } from "./data-directory.ts";
import { root } from "./env.ts";
import type { StackPorts } from "./ports.ts";

/** "watch" starts the API, the worker and the gateway again when their code changes. */
export type Mode = "production" | "watch";

/** All that the services of one stack have in common. */
export type StackContext = {
  data: DataDirectory;
  secrets: Secrets;
  ports: StackPorts;
  mode: Mode;
  /** What every program of the stack finds in its environment. */
  env: NodeJS.ProcessEnv;
};

/** Recovery after a crash replays the log, and may take its time. */
const databaseTimeoutMs = 120_000;
/** Who is not ready by then hangs. A machine with much else to do may take a minute to start one. */
const serviceTimeoutMs = 180_000;

export function postgresService(
  { data, ports }: StackContext,
  cluster: PostgresCluster,
  url: string,
): Service {
  return {
    name: "postgres",
    async launch() {
      await endLeftOver("postgres", findRunningPostgres(cluster));
      await Promise.all(findOrphansOf(cluster).map((pid) => endLeftOver("postgres child", pid)));
      const { NODE_ENV, PATH } = process.env;
      return { ...postgresCommand(cluster, ports.postgres), env: { NODE_ENV, PATH } };
    },
    isReady: (signal) => waitForPostgres(url, databaseTimeoutMs, signal),
    answers: () => postgresAnswers(url),
    logFile: logFile(data, "postgres"),
    stop: stopSteps("postgres"),
  };
}

export function redisService({ data, ports, secrets }: StackContext, program: string): Service {
  const password = secrets.redisPassword;
  const directory = data.redis;
  return {
    name: "redis",
    async launch() {
      await endLeftOver("redis", findRunningRedis(directory));
      return redisCommand({ program, directory, port: ports.redis, password, isDurable: true });
    },
    isReady: (signal) => waitForRedis(ports.redis, password, databaseTimeoutMs, signal),
    answers: () => redisAnswers(ports.redis, password),
    logFile: logFile(data, "redis"),
    stop: stopSteps("redis"),
  };
}

/**
 * One of the project's own programs, which answers a GET when it is ready.
 * @param program.env what this process finds beside what all find
 */
export function nodeService(
  context: StackContext,
  program: { name: string; main: string; healthUrl: string; env?: Record<string, string> },
): Service {
  const { name, main, healthUrl, env } = program;
  const file = join(root, main);
  const isWatched = context.mode === "watch";
  return {
    name,
    launch: () => ({
      command: process.execPath,
      args: isWatched ? ["--watch", "--watch-preserve-output", file] : [file],
      cwd: root,
      env: { ...context.env, ...env },
    }),
    isReady: (signal) => waitForHttp(healthUrl, serviceTimeoutMs, signal),
    // What a developer broke or halted in a debugger is left as it is.
    ...(isWatched ? {} : { answers: () => answersHttp(healthUrl) }),
    logFile: logFile(context.data, name),
    // Long enough to drain the streams that shoppers hold open.
    stop: [
      { signal: "SIGTERM", patienceMs: 8_000 },
      { signal: "SIGKILL", patienceMs: 2_000 },
    ],
  };
}

export function webService(context: StackContext): Service {
  const next = join(root, "apps/web/node_modules/next/dist/bin/next");
  const port = String(context.ports.web);
  const command = context.mode === "watch" ? "dev" : "start";
  return {
    name: "web",
    launch: () => ({
      command: process.execPath,
      args: [next, command, "--hostname", "127.0.0.1", "--port", port],
      cwd: join(root, "apps/web"),
      env: context.env,
    }),
    isReady: (signal) => waitForHttp(`http://127.0.0.1:${port}/`, serviceTimeoutMs, signal),
    logFile: logFile(context.data, "web"),
    stop: stopSteps("web"),
  };
}

/** Two servers on one data directory would ruin it. */
async function endLeftOver(name: string, pid: number | undefined): Promise<void> {
  const identity = pid === undefined ? undefined : identify(pid);
  if (!identity || (await endProcess(identity, stopSteps(name)))) return;
  throw new Error(`${name} (process ${pid}) of an earlier start can't be ended.`);
}
