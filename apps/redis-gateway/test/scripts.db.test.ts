import { createHash } from "node:crypto";
import { MultiRegionRatelimit, Ratelimit } from "@upstash/ratelimit";
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

const SHEBANG = "#!lua flags=allow-key-locking\nreturn {KEYS[1], ARGV[1]}";
const sha1 = (script: string) => createHash("sha1").update(script).digest("hex");

describe("scripts with Upstash's shebang", () => {
  test("EVALSHA of an unknown one says NOSCRIPT; after EVAL the caller's own hash works", async () => {
    const redis = gateway.client();
    const hash = sha1(SHEBANG);
    await expect(redis.evalsha(hash, ["k"], ["v"])).rejects.toThrow("NOSCRIPT");
    expect(await redis.eval(SHEBANG, ["k"], ["v"])).toEqual(["k", "v"]);
    expect(await redis.evalsha(hash, ["k"], ["v"])).toEqual(["k", "v"]);
    expect(await redis.evalsha(hash.toUpperCase(), ["k"], ["v"])).toEqual(["k", "v"]);
  });

  test("SCRIPT LOAD and EXISTS speak of the caller's hash, in a transaction too", async () => {
    const redis = gateway.client();
    const script = "#!lua flags=allow-key-locking\nreturn 7";
    expect(await redis.scriptExists(sha1(script))).toEqual([0]);
    expect(await redis.scriptLoad(script)).toBe(sha1(script));
    expect(await redis.scriptExists(sha1(script), sha1("nothing"))).toEqual([1, 0]);
    const other = "#!lua flags=allow-key-locking\nreturn 8";
    expect(await redis.multi().scriptLoad(other).exec()).toEqual([sha1(other)]);
    expect(await redis.evalsha(sha1(other), [], [])).toBe(8);
  });

  test("after SCRIPT FLUSH the client's Script falls back to EVAL by itself", async () => {
    const redis = gateway.client();
    const script = redis.createScript<string[]>(SHEBANG);
    expect(await script.exec(["k"], ["v"])).toEqual(["k", "v"]);
    await redis.scriptFlush();
    expect(await script.exec(["k"], ["v"])).toEqual(["k", "v"]);
  });

  test("errors name the line that the author wrote", async () => {
    const script = "#!lua flags=allow-key-locking\n\nreturn redis.call('NOSUCH')";
    await expect(gateway.client().eval(script, [], [])).rejects.toThrow(/:3/);
  });

  test("flags that Redis knows stay in force", async () => {
    const script = "#!lua flags=no-writes,allow-key-locking\nreturn redis.call('SET', KEYS[1], 1)";
    await expect(gateway.client().eval(script, ["k"], [])).rejects.toThrow(/read-only/);
  });
});

describe("@upstash/ratelimit, unchanged", () => {
  const limiters = {
    "sliding window": Ratelimit.slidingWindow(3, "60 s"),
    "fixed window": Ratelimit.fixedWindow(3, "60 s"),
    "token bucket": Ratelimit.tokenBucket(3, "60 s", 3),
  };

  test.each(Object.entries(limiters))("%s admits as many as it says", async (name, limiter) => {
    const redis = gateway.client();
    const limit = new Ratelimit({ redis, limiter, prefix: name, ephemeralCache: false });
    const verdicts = [];
    for (let index = 0; index < 5; index++) verdicts.push(await limit.limit("shopper"));
    expect(verdicts.map(({ success }) => success)).toEqual([true, true, true, false, false]);
    expect(verdicts.every(({ reason }) => reason !== "timeout")).toBe(true);
    expect((await limit.limit("another")).success).toBe(true);
    expect((await limit.getRemaining("shopper")).remaining).toBe(0);
    await limit.resetUsedTokens("shopper");
    expect((await limit.limit("shopper")).success).toBe(true);
  });

  test("a window's parallel callers never exceed it", async () => {
    const redis = gateway.client();
    const limiter = Ratelimit.fixedWindow(20, "60 s");
    const limit = new Ratelimit({ redis, limiter, prefix: "race", ephemeralCache: false });
    const verdicts = await Promise.all(Array.from({ length: 100 }, () => limit.limit("all")));
    expect(verdicts.filter(({ success }) => success)).toHaveLength(20);
  });

  test("cached window, dynamic limit and several regions", async () => {
    const redis = gateway.client();
    const cached = new Ratelimit({
      redis,
      limiter: Ratelimit.cachedFixedWindow(2, "60 s"),
      prefix: "cached",
    });
    expect((await cached.limit("x")).success).toBe(true);
    const dynamic = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(1, "60 s"),
      prefix: "dynamic",
      dynamicLimits: true,
    });
    await dynamic.setDynamicLimit({ limit: 9 });
    expect((await dynamic.limit("x")).limit).toBe(9);
    const regional = new MultiRegionRatelimit({
      // The package declares this client from its CommonJS typings: the same class by another path.
      redis: [redis, gateway.client()] as never,
      limiter: MultiRegionRatelimit.slidingWindow(2, "60 s"),
      prefix: "regional",
    });
    expect((await regional.limit("x")).success).toBe(true);
  });
});
