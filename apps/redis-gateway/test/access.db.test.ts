import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FULL_TOKEN, READ_TOKEN, startTestGateway, type TestGateway } from "./gateway.ts";
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

const asJson = async (response: Response) => ({
  status: response.status,
  body: await response.json(),
});

describe("tokens", () => {
  test.each([
    ["none", undefined],
    ["a wrong one", "Bearer wrong"],
    ["a prefix of the right one", `Bearer ${FULL_TOKEN.slice(0, -1)}`],
    ["the right one with more behind", `Bearer ${FULL_TOKEN}x`],
    ["another scheme", `Basic ${FULL_TOKEN}`],
    ["an empty one", "Bearer "],
  ])("%s is refused everywhere, in Upstash's words", async (_title, authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    for (const path of ["/", "/pipeline", "/multi-exec", "/get/a", "/subscribe/a", "/nothing"]) {
      const response = await fetch(gateway.url + path, { method: "POST", headers, body: "[]" });
      expect(await asJson(response)).toEqual({
        status: 401,
        body: { error: "WRONGPASS invalid or missing auth token" },
      });
    }
    const token = authorization?.replace("Bearer ", "") ?? "none";
    await expect(gateway.client({ token }).get("a")).rejects.toThrow("WRONGPASS");
  });

  test("one may come in the address, and none ever comes into the log", async () => {
    const response = await fetch(`${gateway.url}/set/from-address/1?_token=${FULL_TOKEN}&EX=50`);
    expect(await response.json()).toEqual({ result: "OK" });
    expect(await gateway.client().ttl("from-address")).toBeGreaterThan(0);
    await fetch(`${gateway.url}/get/a?_token=wrong-token-in-address`);
    await fetch(`${gateway.url}/get/%zz?_token=${FULL_TOKEN}`);
    expect(gateway.logged()).toContain("wrong token");
    for (const secret of [FULL_TOKEN, READ_TOKEN, "wrong-token-in-address", "from-address"]) {
      expect(gateway.logged()).not.toContain(secret);
    }
  });
});

describe("the read-only token", () => {
  const reader = () => gateway.client({ token: READ_TOKEN });

  test("reads", async () => {
    const writer = gateway.client();
    await writer.hset("r:hash", { a: 1 });
    await writer.xadd("r:stream", "1-1", { a: 1 });
    expect(await reader().hgetall("r:hash")).toEqual({ a: 1 });
    expect(await reader().xread("r:stream", "0")).toHaveLength(1);
    expect(await reader().ping()).toBe("PONG");
    expect(await reader().evalRo("return redis.call('TYPE', KEYS[1])", ["r:hash"], [])).toBe(
      "hash",
    );
    expect(await reader().multi().exists("r:hash").type("r:hash").exec()).toEqual([1, "hash"]);
  });

  test.each([
    ["SET", "a", "1"],
    ["set", "a", "1"],
    ["GETDEL", "a"],
    ["EVAL", "return redis.call('SET','a',1)", "0"],
    ["PUBLISH", "c", "m"],
    ["SCRIPT", "FLUSH"],
    ["FLUSHALL"],
    ["XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">"],
  ])("may not %s", async (...line) => {
    const headers = { authorization: `Bearer ${READ_TOKEN}` };
    const init = { method: "POST", headers, body: JSON.stringify(line) };
    expect(await asJson(await fetch(`${gateway.url}/`, init))).toEqual({
      status: 400,
      body: { error: expect.stringMatching(/^NOPERM this user has no permissions to run the/) },
    });
    const inPipeline = { ...init, body: JSON.stringify([line, ["PING"]]) };
    expect(await (await fetch(`${gateway.url}/pipeline`, inPipeline)).json()).toEqual([
      { error: expect.stringMatching(/^NOPERM/) },
      { result: "PONG" },
    ]);
  });

  test("can't write through a read-only script", async () => {
    const script = "return redis.call('SET', KEYS[1], 1)";
    await expect(reader().evalRo(script, ["a"], [])).rejects.toThrow(/read-only/);
  });
});

test.each([
  ["BLPOP", "list", "0"],
  ["blmove", "a", "b", "LEFT", "LEFT", "0"],
  ["XREAD", "COUNT", "1", "BLOCK", "0", "STREAMS", "s", "$"],
  ["XREADGROUP", "GROUP", "g", "c", "BLOCK", "0", "STREAMS", "s", ">"],
  ["WAIT", "1", "0"],
  ["SELECT", "1"],
  ["AUTH", "x"],
  ["HELLO", "3"],
  ["CLIENT", "REPLY", "OFF"],
  ["CLIENT", "KILL", "TYPE", "normal"],
  ["RESET"],
  ["QUIT"],
  ["MULTI"],
  ["EXEC"],
  ["WATCH", "a"],
  ["SUBSCRIBE", "c"],
  ["PSUBSCRIBE", "c"],
  ["MONITOR"],
  ["CONFIG", "GET", "requirepass"],
  ["config", "set", "dir", "/tmp"],
  ["DEBUG", "SLEEP", "1"],
  ["SHUTDOWN", "NOSAVE"],
  ["SAVE"],
  ["REPLICAOF", "127.0.0.1", "1"],
  ["MIGRATE", "127.0.0.1", "1", "k", "0", "10"],
  ["SWAPDB", "0", "1"],
  ["ACL", "LIST"],
  ["MODULE", "LOAD", "/tmp/x.so"],
  ["SCRIPT", "DEBUG", "YES"],
  ["SLOWLOG", "GET"],
])("%s %s is refused, whoever asks", async (...line) => {
  const body = JSON.stringify(line);
  expect(await asJson(await gateway.fetch("/", { method: "POST", body }))).toEqual({
    status: 400,
    body: {
      error: expect.stringMatching(`^ERR Command is not available: '${line[0].toUpperCase()}'`),
    },
  });
});

test.each([
  ["/set/path/value%20of%2Fit", "OK"],
  ["/get/path", "value of/it"],
  ["/set/path/other?NX", null],
  ["/hset/path-hash/a/1/b/2", 2],
  ["/hgetall/path-hash", ["a", "1", "b", "2"]],
  ["/GET/missing", null],
  ["/ping", "PONG"],
])("GET %s answers %j", async (path, result) => {
  expect(await asJson(await gateway.fetch(path))).toEqual({ status: 200, body: { result } });
});

test.each([
  ["POST", "/", "", 400, /^ERR failed to parse/],
  ["POST", "/", "{}", 400, /^ERR failed to parse/],
  ["POST", "/", "[]", 400, /^ERR empty command/],
  ["POST", "/", '["GET"]', 400, /^ERR wrong number of arguments for 'get'/],
  ["POST", "/", '["GET",["a"]]', 400, /^ERR unsupported arg type: array/],
  ["GET", "/", undefined, 400, /^ERR empty command/],
  ["GET", "/get/%E0%A4%A", undefined, 400, /^ERR /],
  ["DELETE", "/get/a", undefined, 405, /^ERR method not allowed/],
  ["POST", "/set/large", "x".repeat(4 * 1024 * 1024 + 1), 413, /^ERR max request size exceeded/],
])("%s %s with %.20s is answered %i", async (method, path, body, status, error) => {
  const response = await gateway.fetch(path, { method, ...(body === undefined ? {} : { body }) });
  expect(await asJson(response)).toEqual({
    status,
    body: { error: expect.stringMatching(error) },
  });
});

test("whatever was refused, the connection that all share is as it was", async () => {
  await gateway.client().set("still", "here");
  expect(await gateway.client().get("still")).toBe("here");
});
