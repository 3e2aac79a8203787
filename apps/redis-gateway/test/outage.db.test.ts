import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually, startTestGateway, type TestGateway } from "./gateway.ts";
import { startRedisProcess, type RedisProcess } from "./redis-process.ts";

let redisProcess: RedisProcess;
let gateway: TestGateway;

beforeEach(async () => {
  redisProcess = await startRedisProcess();
  gateway = await startTestGateway(redisProcess.url);
});
afterEach(async () => {
  await gateway.close();
  await redisProcess.remove();
});

const isHealthy = async () => (await fetch(`${gateway.url}/healthz`)).status === 200;
const post = (path: string, body: unknown) =>
  gateway.fetch(path, { method: "POST", body: JSON.stringify(body) });

test("Redis killed and started again: requests fail fast, watchers come back, work goes on", async () => {
  const stream = await gateway.fetch("/subscribe/live");
  const ended = stream.text();
  await redisProcess.kill();

  expect(await ended).toBe("data: subscribe,live,1\n\n");
  for (const path of ["/", "/pipeline", "/multi-exec", "/subscribe/live", "/psubscribe/l*"]) {
    const response = await post(path, path === "/" ? ["PING"] : [["PING"]]);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/^ERR Redis /) });
  }
  await expect(gateway.client().get("a")).rejects.toThrow("ERR Redis is unavailable");
  expect(await isHealthy()).toBe(false);

  await redisProcess.start();
  await eventually(isHealthy);
  expect(await gateway.client().set("a", 1)).toBe("OK");
  const seen: unknown[] = [];
  const subscriber = gateway.client().subscribe<{ n: number }>(["live"]);
  let isConfirmed = false;
  subscriber.on("subscribe", () => (isConfirmed = true));
  subscriber.on("message", ({ message }) => seen.push(message));
  await eventually(() => isConfirmed);
  await gateway.client().publish("live", { n: 1 });
  await eventually(() => seen.length === 1);
  await subscriber.unsubscribe();
});

test("what was under way when Redis died is answered, and never run a second time", async () => {
  const redis = gateway.client();
  await redis.set("n", 0);
  redisProcess.freeze();
  const underWay = [post("/", ["INCR", "n"]), post("/pipeline", [["INCR", "n"]])];
  underWay.push(post("/multi-exec", [["INCR", "n"]]));
  // Let them be written to the frozen Redis' socket before it dies.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await redisProcess.kill();
  await redisProcess.start();
  for (const response of await Promise.all(underWay)) {
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/may have run/) });
  }
  await eventually(isHealthy);
  expect(await redis.get("n")).toBeNull();
});

test("scripts that a new Redis doesn't know come back by the client's own fallback", async () => {
  const script = gateway
    .client()
    .createScript<string>("#!lua flags=allow-key-locking\nreturn 'hi'");
  expect(await script.exec([], [])).toBe("hi");
  await redisProcess.kill();
  await redisProcess.start();
  await eventually(isHealthy);
  expect(await script.exec([], [])).toBe("hi");
});

test("a Redis that takes connections and answers nothing counts as unreachable", async () => {
  redisProcess.freeze();
  expect(await isHealthy()).toBe(false);
  redisProcess.thaw();
  await eventually(isHealthy);
});

test("while Redis hangs, those who come later are told at once instead of piling up", async () => {
  const redis = gateway.client();
  await redis.set("n", 1);
  redisProcess.freeze();
  const stuck = post("/", ["INCR", "n"]);
  await eventually(async () => {
    const signal = AbortSignal.timeout(250);
    const response = await gateway.fetch("/get/n", { signal });
    return response.status === 503 && (await response.text()).includes("does not answer");
  });
  redisProcess.thaw();
  await stuck;
  await eventually(async () => (await redis.get("n")) !== 1);
  expect(await redis.get("n")).toBe(2);
});

test("a gateway that starts before its Redis serves once that is there", async () => {
  await redisProcess.kill();
  const starting = startTestGateway(redisProcess.url);
  await redisProcess.start();
  const second = await starting;
  expect(await second.client().ping()).toBe("PONG");
  await second.close();
});

test("closing ends the streams cleanly and answers what is under way", async () => {
  const second = await startTestGateway(redisProcess.url);
  const stream = await second.fetch("/subscribe/live");
  const slow =
    "local t = redis.call('TIME'); local stop = t[1] * 1000 + t[2] / 1000 + 300; " +
    "repeat t = redis.call('TIME') until t[1] * 1000 + t[2] / 1000 > stop; return 'done'";
  const underWay = second.fetch("/", { method: "POST", body: JSON.stringify(["EVAL", slow, 0]) });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await second.close();
  expect(await stream.text()).toBe("data: subscribe,live,1\n\n");
  expect(await (await underWay).json()).toEqual({ result: "done" });
  await expect(fetch(`${second.url}/healthz`)).rejects.toThrow("fetch failed");
});
