import { setTimeout as delay } from "node:timers/promises";
import { Command, Redis } from "ioredis";
import type { Logger } from "pino";
import type { CommandLine } from "./arguments.ts";
import { buildCommandTable, type CommandTable } from "./commands.ts";
import type { Reply } from "./encode.ts";
import { RedisUnavailable } from "./errors.ts";

const RECONNECT_MS = 200;
/** A Redis that answers nothing for so long is treated as gone. */
const SILENCE_MS = 10_000;
/** After this it counts as unreachable, and nobody else is made to wait for it. */
const HEALTH_MS = 2_000;

/**
 * Opens a connection that fails fast: nothing waits for a Redis that is away, and nothing is sent
 * twice. RESP2, because Upstash's clients expect its flat shapes.
 */
export function openRedis(url: string, name: string, log: Logger): Redis {
  const redis = new Redis(url, {
    protocol: 2,
    connectionName: `redis-gateway:${name}`,
    stringNumbers: true,
    enableOfflineQueue: false,
    autoResubscribe: false,
    // Both are needed: without the first, writes run twice; without the second, callers hang.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    socketTimeout: SILENCE_MS,
    retryStrategy: () => RECONNECT_MS,
  });
  logChanges(redis, log.child({ connection: name }));
  return redis;
}

/** Says once that Redis went away, and once that it is back, however often it is tried meanwhile. */
function logChanges(redis: Redis, log: Logger) {
  let reason: string | undefined;
  let isAway = false;
  // Only code and message: an ioredis error may carry the command with its arguments.
  redis.on("error", ({ code, message }: NodeJS.ErrnoException) => (reason = code ?? message));
  redis.on("reconnecting", () => {
    if (!isAway) log.warn({ reason }, "redis away, reconnecting");
    isAway = true;
  });
  redis.on("ready", () => {
    log.info("redis connected");
    isAway = false;
    reason = undefined;
  });
}

/** The one connection that carries every command. */
export type Connection = {
  /** @throws RedisUnavailable before the server's commands are known, while it is away, and while it hangs */
  commandTable(): CommandTable;
  /**
   * Sends the lines back to back in one write, so that no other caller's command comes between.
   * An error that Redis answers is a reply like any other.
   * @throws RedisUnavailable when not all of them were answered; some may have run
   */
  send(lines: readonly CommandLine[]): Promise<Reply[]>;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};

export function createConnection(url: string, log: Logger): Connection {
  const redis = openRedis(url, "commands", log);
  const silence = createSilence();
  let table: CommandTable | undefined;
  redis.on("ready", () => {
    redis.call("COMMAND").then(
      (entries) => (table = buildCommandTable(entries)),
      (error: Error) => log.error({ reason: error.message }, "redis did not list its commands"),
    );
  });

  return {
    commandTable() {
      if (table === undefined || redis.status !== "ready") {
        throw new RedisUnavailable("ERR Redis is unavailable");
      }
      if (silence.isLong()) throw new RedisUnavailable("ERR Redis does not answer");
      return table;
    },
    send: (lines) => silence.during(sendTogether(redis, lines)),
    async isReachable() {
      try {
        const late = delay(HEALTH_MS, "LATE", { ref: false });
        return table !== undefined && (await Promise.race([redis.ping(), late])) === "PONG";
      } catch {
        return false;
      }
    },
    async close() {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** How long Redis has been owing answers without giving any. */
function createSilence() {
  let owed = 0;
  let since = 0;
  return {
    isLong: () => owed > 0 && performance.now() - since > HEALTH_MS,
    async during<T>(answer: Promise<T>): Promise<T> {
      if (owed++ === 0) since = performance.now();
      try {
        return await answer;
      } finally {
        owed--;
        since = performance.now();
      }
    },
  };
}

function sendTogether(redis: Redis, lines: readonly CommandLine[]): Promise<Reply[]> {
  return new Promise((resolve, reject) => {
    const replies: Reply[] = Array.from({ length: lines.length });
    let missing = lines.length;
    const settle = (index: number, reply: Reply) => {
      replies[index] = reply;
      if (--missing === 0) resolve(replies);
    };
    const fail = (index: number, error: Error) => {
      if (error.name === "ReplyError") settle(index, error);
      else reject(new RedisUnavailable("ERR Redis went away; the command may have run"));
    };
    const pieces: (string | Buffer)[] = [];
    // Given to ioredis in place of its socket: it would write command by command.
    const collected = { write: (piece: string | Buffer) => pieces.push(piece) } as never;
    lines.forEach(([name, ...args], index) => {
      // In capitals, because ioredis reshapes replies of the commands that it knows in lower case.
      const command = new Command(name.toUpperCase(), args, { replyEncoding: null });
      command.promise.then(
        (reply) => settle(index, reply as Reply),
        (error: Error) => fail(index, error),
      );
      redis.sendCommand(command, collected);
    });
    redis.stream.write(joined(pieces));
  });
}

/** Text stays text, which is written fastest; a Buffer among it makes bytes of all. */
function joined(pieces: readonly (string | Buffer)[]): string | Buffer {
  return pieces.every((piece) => typeof piece === "string")
    ? pieces.join("")
    : Buffer.concat(
        pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)),
      );
}
