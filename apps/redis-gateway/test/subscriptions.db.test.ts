import { Redis as RespRedis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, READ_TOKEN, startTestGateway, type TestGateway } from "./gateway.ts";
import { startRedisProcess, type RedisProcess } from "./redis-process.ts";

let redisProcess: RedisProcess;
let gateway: TestGateway;
let resp: RespRedis;

beforeAll(async () => {
  redisProcess = await startRedisProcess();
  gateway = await startTestGateway(redisProcess.url);
  resp = new RespRedis(redisProcess.url);
});
afterAll(async () => {
  resp.disconnect();
  await gateway.close();
  await redisProcess.remove();
});

/** Subscribes with the real client, and waits until each name is confirmed. */
async function watch(names: string[], isPattern = false, redis = gateway.client()) {
  const subscriber = isPattern ? redis.psubscribe(names) : redis.subscribe(names);
  const seen: unknown[] = [];
  let confirmed = 0;
  subscriber.on(isPattern ? "psubscribe" : "subscribe", () => confirmed++);
  subscriber.on(isPattern ? "pmessage" : "message", (message) => seen.push(message));
  subscriber.on("error", (error) => seen.push(error));
  await eventually(() => confirmed === names.length);
  return { subscriber, seen };
}

const watchersInRedis = async (...channels: string[]) => {
  const counts = (await resp.call("PUBSUB", "NUMSUB", ...channels)) as (string | number)[];
  return counts.filter((_, index) => index % 2 === 1).map(Number);
};

test("several channels reach their watcher in order, with JSON values", async () => {
  const { subscriber, seen } = await watch(["stock:var_1", "cart:cart_1"]);
  const redis = gateway.client();
  expect(await redis.publish("stock:var_1", { version: 1, available: 3 })).toBe(1);
  await redis.publish("cart:cart_1", "plain, with a comma");
  await redis.publish("stock:var_2", "nobody listens");
  await redis.publish("stock:var_1", 42);
  await eventually(() => seen.length === 3);
  expect(seen).toEqual([
    { channel: "stock:var_1", message: { version: 1, available: 3 } },
    { channel: "cart:cart_1", message: "plain, with a comma" },
    { channel: "stock:var_1", message: 42 },
  ]);
  await subscriber.unsubscribe();
});

test("a pattern's watcher hears pattern, channel and message", async () => {
  const { subscriber, seen } = await watch(["order:*", "p:[ab]"], true);
  await gateway.client().publish("order:ord_1", { state: "paid" });
  await gateway.client().publish("p:b", { n: 1 });
  await gateway.client().publish("p:c", { n: 2 });
  await eventually(() => seen.length === 2);
  expect(seen).toEqual([
    { pattern: "order:*", channel: "order:ord_1", message: { state: "paid" } },
    { pattern: "p:[ab]", channel: "p:b", message: { n: 1 } },
  ]);
  await subscriber.unsubscribe();
});

test("many watchers of one channel cost Redis one subscription, given back with the last", async () => {
  const watchers = await Promise.all(Array.from({ length: 20 }, () => watch(["shared"])));
  expect(await watchersInRedis("shared")).toEqual([1]);
  await gateway.client().publish("shared", "to all");
  await eventually(() => watchers.every(({ seen }) => seen.length === 1));
  await Promise.all(watchers.slice(1).map(({ subscriber }) => subscriber.unsubscribe()));
  await gateway.client().publish("shared", "to one");
  await eventually(() => watchers[0]!.seen.length === 2);
  await watchers[0]!.subscriber.unsubscribe();
  await eventually(async () => (await watchersInRedis("shared"))[0] === 0);
  const again = await watch(["shared"]);
  await gateway.client().publish("shared", "and again");
  await eventually(() => again.seen.length === 1);
  await again.subscriber.unsubscribe();
});

test("line breaks in a message neither split nor forge a frame", async () => {
  const { subscriber, seen } = await watch(["breaks"]);
  const forged = "first\n\ndata: message,breaks,forged\r\nlast";
  await resp.publish("breaks", forged);
  await resp.publish("breaks", '{\n  "pretty": true\r\n}');
  await eventually(() => seen.length === 2);
  expect(seen).toEqual([
    { channel: "breaks", message: forged },
    { channel: "breaks", message: { pretty: true } },
  ]);
  await subscriber.unsubscribe();
});

test("a channel that the format can't carry is dropped from a pattern, and the log says so", async () => {
  const { subscriber, seen } = await watch(["odd*"], true);
  await resp.publish("odd,1", '"lost"');
  await resp.publish("odd\ndata: pmessage,odd*,odd,1", '"forged"');
  await resp.publish("odd:2", '"heard"');
  await eventually(() => seen.length === 1);
  expect(seen).toEqual([{ pattern: "odd*", channel: "odd:2", message: "heard" }]);
  expect(gateway.logged()).toContain("unfit channel name");
  await subscriber.unsubscribe();
});

test.each([
  "/subscribe/a,b",
  "/subscribe/a%2Cb",
  "/subscribe/a?b",
  "/subscribe/a%0Ab",
  "/subscribe/",
])("%s is refused at once, not garbled later", async (path) => {
  const response = await gateway.fetch(path);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringMatching(/^ERR /) });
});

test("a name with slashes and spaces is one channel", async () => {
  const { subscriber, seen } = await watch(["a/b c"]);
  await gateway.client().publish("a/b c", 1);
  await eventually(() => seen.length === 1);
  expect(seen).toEqual([{ channel: "a/b c", message: 1 }]);
  await subscriber.unsubscribe();
});

test("the read-only token may listen", async () => {
  const { subscriber, seen } = await watch(["open"], false, gateway.client({ token: READ_TOKEN }));
  await gateway.client().publish("open", 1);
  await eventually(() => seen.length === 1);
  expect(seen).toEqual([{ channel: "open", message: 1 }]);
  await subscriber.unsubscribe();
});

test("no message that follows a confirmation is missed while others come and go", async () => {
  const comeAndGo = async (watcher: number) => {
    for (let round = 0; round < 10; round++) {
      const { subscriber, seen } = await watch(["churn"]);
      const message = `${watcher}:${round}`;
      await resp.publish("churn", JSON.stringify(message));
      await eventually(() =>
        seen.some((item) => (item as { message: string }).message === message),
      );
      await subscriber.unsubscribe();
    }
  };
  await Promise.all(Array.from({ length: 10 }, (_, watcher) => comeAndGo(watcher)));
  await eventually(async () => (await watchersInRedis("churn"))[0] === 0);
  expect(await watchersInRedis("churn")).toEqual([0]);
});

test("the stream is one that no proxy holds back or stores", async () => {
  const leaving = new AbortController();
  const response = await gateway.fetch("/subscribe/headers", { signal: leaving.signal });
  expect(response.headers.get("content-type")).toMatch("text/event-stream");
  expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  leaving.abort();
});

test("a watcher that doesn't read is cut off, and the others hear everything", async () => {
  const { subscriber, seen } = await watch(["flood"]);
  const idle = await gateway.fetch("/subscribe/flood");
  const payload = JSON.stringify("x".repeat(100_000));
  let sent = 0;
  await eventually(async () => {
    // Less at once than a watcher may be behind, and no more before it was read: who reads is never cut off.
    await Promise.all(Array.from({ length: 5 }, () => resp.publish("flood", payload)));
    sent += 5;
    await eventually(() => seen.length === sent);
    return gateway.logged().includes('"reason":"slow"');
  });
  await expect(idle.text()).rejects.toThrow("terminated");
  await subscriber.unsubscribe();
});
