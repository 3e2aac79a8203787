import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestGateway, type TestGateway } from "./gateway.ts";
import { startRedisProcess, type RedisProcess } from "./redis-process.ts";

let redisProcess: RedisProcess;
let gateway: TestGateway;

beforeAll(async () => {
  redisProcess = await startRedisProcess();
  gateway = await startTestGateway(redisProcess.url);
});
afterAll(async () => {
  await gateway.close();
  await redisProcess.remove();
});

const post = (path: string, body: unknown) =>
  gateway.fetch(path, { method: "POST", body: JSON.stringify(body) });

test("a pipeline answers in order, each item for itself", async () => {
  const response = await post("/pipeline", [
    ["SET", "text", "x"],
    ["INCR", "text"],
    ["BLPOP", "list", 0],
    ["GET", null],
    [],
    "GET text",
    ["NOSUCH", "text"],
    ["GET", "text"],
  ]);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual([
    { result: "OK" },
    { error: "ERR value is not an integer or out of range" },
    { error: expect.stringMatching(/^ERR Command is not available: 'BLPOP'/) },
    { error: "ERR null args are not supported" },
    { error: "ERR empty command" },
    { error: "ERR failed to parse command: not an array" },
    { error: "ERR unknown command 'NOSUCH'" },
    { result: "x" },
  ]);
});

test("the client tells which command of a pipeline failed, or keeps the errors", async () => {
  const redis = gateway.client();
  await redis.set("word", "x");
  const pipeline = () => redis.pipeline().get("word").incr("word");
  await expect(pipeline().exec()).rejects.toThrow(
    /Command 2 \[ incr \] failed: ERR value is not an integer/,
  );
  expect(await pipeline().exec({ keepErrors: true })).toEqual([
    { result: "x", error: undefined },
    { result: undefined, error: "ERR value is not an integer or out of range" },
  ]);
});

test("auto-pipelined calls of one tick get each their own answer", async () => {
  const redis = gateway.client();
  const calls = Array.from({ length: 300 }, (_, index) => redis.set(`auto:${index}`, index));
  expect(new Set(await Promise.all(calls))).toEqual(new Set(["OK"]));
  const reads = Array.from({ length: 300 }, (_, index) => redis.get<number>(`auto:${index}`));
  expect(await Promise.all(reads)).toEqual(Array.from({ length: 300 }, (_, index) => index));
});

test("a transaction is never interleaved with what others send at the same time", async () => {
  const redis = gateway.client({ enableAutoPipelining: false });
  await redis.set("pair:a", 0);
  await redis.set("pair:b", 0);
  const writes = Array.from({ length: 40 }, () =>
    redis.multi().incr("pair:a").incr("pair:b").exec(),
  );
  const reads = Array.from({ length: 40 }, () => redis.mget<number[]>("pair:a", "pair:b"));
  for (const [a, b] of await Promise.all(reads)) expect(a).toBe(b);
  const results = await Promise.all(writes);
  for (const [a, b] of results) expect(a).toBe(b);
  expect(await redis.get("pair:a")).toBe(40);
});

test("inside EXEC a failing command fails alone", async () => {
  await gateway.client().set("letter", "x");
  const response = await post("/multi-exec", [
    ["INCR", "letter"],
    ["SET", "after", "1"],
  ]);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual([
    { error: "ERR value is not an integer or out of range" },
    { result: "OK" },
  ]);
});

test.each([
  ["Redis refuses one", ["GET"], /^EXECABORT .*wrong number of arguments for 'get'/],
  ["the gateway refuses one", ["BLPOP", "l", 0], /^EXECABORT .*not available: 'BLPOP'/],
  ["one is nested", ["MULTI"], /^EXECABORT .*not available: 'MULTI'/],
  ["one can't be read", [{}], /^EXECABORT .*unsupported arg type: object/],
])("a transaction is discarded as a whole when %s", async (_title, bad, message) => {
  await gateway.client().del("written");
  const response = await post("/multi-exec", [["SET", "written", "1"], bad]);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringMatching(message) });
  expect(await gateway.client().get("written")).toBeNull();
  expect(await gateway.client().multi().set("next", 1).exec()).toEqual(["OK"]);
});

test.each(["/pipeline", "/multi-exec"])("%s wants a list that is not empty", async (path) => {
  for (const body of [[], {}, "PING"]) {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/^ERR /) });
  }
});
