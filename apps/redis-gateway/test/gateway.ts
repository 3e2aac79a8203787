import { Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { Redis, type RedisConfigNodejs } from "@upstash/redis";
import { pino } from "pino";
import { buildGateway, type GatewayOptions } from "../src/server.ts";

export const FULL_TOKEN = "test-full-token-0123456789";
export const READ_TOKEN = "test-read-token-0123456789";

/** A gateway in this process, on a free port, and clients of it. */
export type TestGateway = {
  url: string;
  logged(): string;
  client(options?: Partial<RedisConfigNodejs>): Redis;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

/** Starts a gateway and waits until it has reached Redis. */
export async function startTestGateway(
  redisUrl: string,
  overrides: Partial<GatewayOptions> = {},
): Promise<TestGateway> {
  let logged = "";
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const app = buildGateway({
    redisUrl,
    token: FULL_TOKEN,
    readOnlyToken: READ_TOKEN,
    bodyLimitBytes: 4 * 1024 * 1024,
    log: pino({ level: "trace" }, sink),
    ...overrides,
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  await eventually(async () => (await fetch(`${url}/healthz`)).ok);
  return {
    url,
    logged: () => logged,
    client: (options = {}) =>
      new Redis({ url, token: FULL_TOKEN, enableTelemetry: false, ...options }),
    fetch: (path, init = {}) =>
      fetch(url + path, {
        ...init,
        headers: { authorization: `Bearer ${FULL_TOKEN}`, ...init.headers },
      }),
    close: () => app.close(),
  };
}

/** Waits until `check` holds; its own errors count as "not yet". */
export async function eventually(check: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (await Promise.resolve(check()).catch(() => false)) return;
    await delay(20);
  }
  throw new Error("It did not come about in a minute.");
}
