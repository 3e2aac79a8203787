import { createRedis } from "@meridian/api/server.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, expect, test, vi } from "vitest";
import { createLog } from "../log.ts";
import { usualQuotas } from "./policies.ts";
import { RateLimits } from "./rate-limits.ts";
import { shareCounts } from "./share-counts.ts";

const redis = createRedis(await testRedis());
const log = createLog("silent");
const clock = { now: () => new Date("2026-01-01T00:00:05Z") };
const quotas = { ...usualQuotas, default: { requests: 160, seconds: 3_600 } };

function process(client = redis): RateLimits {
  const limits = new RateLimits(quotas, clock);
  afterAll(shareCounts({ limits, redis: client, clock, log }));
  return limits;
}
const take = (limits: RateLimits, caller: string, times: number) =>
  Array.from({ length: times }, () => limits.take("default", caller));

test("processes that serve one caller grant the quota once", async () => {
  const [one, other] = [process(), process()];
  take(one, "busy", 100);
  take(other, "busy", 20);
  await vi.waitFor(() => {
    // Both know of all 120, and of the attempts that ask.
    const standing = other.take("default", "busy");
    expect(standing.remaining).toBeLessThan(60);
  }, 60_000);
  await vi.waitFor(() => expect(one.take("default", "busy").isWithin).toBe(false), 60_000);
  await vi.waitFor(() => expect(other.take("default", "busy").isWithin).toBe(false), 60_000);
});

test("of callers who ask little nobody hears", async () => {
  const one = process();
  take(one, "calm", 9);
  take(one, "lively", 10);
  await vi.waitFor(
    async () => expect(await redis.keys("limit:*:lively:*")).toHaveLength(1),
    60_000,
  );
  expect(await redis.keys("limit:*:calm:*")).toEqual([]);
});

test("without Redis a process counts alone", async () => {
  const alone = process(createRedis({ url: "http://127.0.0.1:9", token: "none" }));
  const standings = take(alone, "cut off", 161);
  expect(standings.filter(({ isWithin }) => isWithin)).toHaveLength(160);
});
