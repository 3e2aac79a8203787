import { randomBytes } from "node:crypto";
import { Redis as RespRedis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

describe.each([
  ["base64, as the client asks by default", "base64" as const],
  ["plain JSON", false as const],
])("replies in %s", (_title, responseEncoding) => {
  const client = () => gateway.client({ responseEncoding });

  test("strings, numbers and JSON values come back as they went in", async () => {
    const redis = client();
    expect(await redis.set("text", "naïve ☕ 日本語 \u{1F600}")).toBe("OK");
    expect(await redis.get("text")).toBe("naïve ☕ 日本語 \u{1F600}");
    await redis.set("json", { sku: "A-1", price: { amountMinor: 1999 }, tags: ["x", null] });
    expect(await redis.get("json")).toEqual({
      sku: "A-1",
      price: { amountMinor: 1999 },
      tags: ["x", null],
    });
    await redis.del("counter");
    expect(await redis.incrby("counter", 41)).toBe(41);
    expect(await redis.get("missing")).toBeNull();
    expect(await redis.mget("text", "missing")).toEqual(["naïve ☕ 日本語 \u{1F600}", null]);
  });

  test("the word OK is told apart from nothing, alone and in a list", async () => {
    const redis = client();
    await redis.set("ok", "OK");
    expect(await redis.get("ok")).toBe("OK");
    expect(await redis.mget("ok", "ok")).toEqual(["OK", "OK"]);
    expect(await redis.eval("return {'OK', {'OK', {redis.status_reply('OK')}}}", [], [])).toEqual([
      "OK",
      ["OK", ["OK"]],
    ]);
    await redis.set("empty", "");
    expect(await redis.get("empty")).toBe("");
  });

  test("flat RESP2 shapes: hashes, sorted sets with scores, a cursor", async () => {
    const redis = client();
    await redis.hset("hash", { name: "Lamp", stock: 3 });
    expect(await redis.hgetall("hash")).toEqual({ name: "Lamp", stock: 3 });
    expect(await redis.hgetall("no-hash")).toBeNull();
    await redis.zadd("zset", { score: 1.5, member: "a" }, { score: 2, member: "b" });
    expect(await redis.zrange("zset", 0, -1, { withScores: true })).toEqual(["a", 1.5, "b", 2]);
    expect(await redis.hscan("hash", 0)).toEqual(["0", ["name", "Lamp", "stock", 3]]);
  });

  test("SCAN walks over every key once it ends", async () => {
    const redis = client();
    const keys = Array.from({ length: 250 }, (_, index) => `scan:${index}`);
    await redis.mset(Object.fromEntries(keys.map((key) => [key, 1])));
    const seen = new Set<string>();
    let cursor = "0";
    do {
      const [next, page] = await redis.scan(cursor, { match: "scan:*", count: 40 });
      for (const key of page) seen.add(key);
      cursor = next;
    } while (cursor !== "0");
    expect([...seen].toSorted()).toEqual(keys.toSorted());
  });

  test("streams: XADD, XRANGE, XREAD, groups", async () => {
    const redis = client();
    await redis.del("stream");
    const id = await redis.xadd("stream", "*", { type: "order.placed", version: 7 });
    expect(await redis.xrange("stream", "-", "+")).toEqual({
      [id]: { type: "order.placed", version: 7 },
    });
    expect(await redis.xread("stream", "0-0")).toEqual([
      ["stream", [[id, ["type", "order.placed", "version", 7]]]],
    ]);
    expect(await redis.xread("stream", id)).toBeNull();
    await redis.xgroup("stream", { type: "CREATE", group: "g", id: "0" });
    const taken = await redis.xreadgroup("g", "block", "stream", ">");
    expect(taken).toEqual([["stream", [[id, ["type", "order.placed", "version", 7]]]]]);
    expect(await redis.xack("stream", "g", id)).toBe(1);
  });
});

test("bytes that are no text pass unharmed, in by body and out by base64", async () => {
  const bytes = randomBytes(3 * 1024 * 1024);
  const written = await gateway.fetch("/set/bytes?EX=100", { method: "POST", body: bytes });
  expect(await written.json()).toEqual({ result: "OK" });
  const read = await gateway.fetch("/get/bytes", { headers: { "upstash-encoding": "base64" } });
  const { result } = (await read.json()) as { result: string };
  expect(Buffer.from(result, "base64").equals(bytes)).toBe(true);
  expect(await gateway.client().ttl("bytes")).toBeGreaterThan(90);
});

test("integers beyond 2^53 keep every digit, both ways", async () => {
  const body = '["SET","big",9223372036854775806]';
  await gateway.fetch("/", { method: "POST", body });
  const answer = await gateway.fetch("/incr/big");
  expect(await answer.text()).toBe('{"result":9223372036854775807}');
});

test("a value that another Redis client wrote reads the same", async () => {
  const resp = new RespRedis(redisProcess.url);
  await resp.set("shared", JSON.stringify({ from: "resp" }));
  expect(await gateway.client().get("shared")).toEqual({ from: "resp" });
  resp.disconnect();
});

test("reads follow the client's own writes, with the token it is given", async () => {
  const first = await gateway.fetch("/set/own/1");
  const token = first.headers.get("upstash-sync-token");
  expect(token).toBeTruthy();
  const second = await gateway.fetch("/get/own", { headers: { "upstash-sync-token": token! } });
  expect(await second.json()).toEqual({ result: "1" });
});
