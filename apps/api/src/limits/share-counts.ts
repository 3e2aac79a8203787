import type { Clock } from "@meridian/api/server.ts";
import type { Redis } from "@upstash/redis";
import type { Logger } from "pino";
import type { RateLimits } from "./rate-limits.ts";

const everyMs = 250;
/** In one pipeline. */
const maxWindows = 500;

type Dependencies = { limits: RateLimits; redis: Redis; clock: Clock; log: Logger };

/**
 * Adds up in Redis what the processes have counted, four times a second, behind the requests. Without Redis each process
 * counts alone: the shop goes on, and a caller gets the quota from each. @returns how to stop
 */
export function shareCounts(deps: Dependencies): () => void {
  let isSharing = false;
  const ticking = setInterval(() => {
    if (isSharing) return;
    isSharing = true;
    void share(deps)
      .catch((err: unknown) => deps.log.debug({ err }, "limits: counts are not shared"))
      .finally(() => (isSharing = false));
  }, everyMs).unref();
  return () => clearInterval(ticking);
}

async function share({ limits, redis, clock }: Dependencies): Promise<void> {
  const now = clock.now().getTime();
  const hot = limits.takeHot().slice(0, maxWindows);
  if (hot.length === 0) return;
  const told = hot.map(({ key, seconds, window }) => {
    const untold = window.untold(now);
    return { window, untold, seconds, key: `limit:${key}:${untold.index}` };
  });
  const pipeline = redis.pipeline();
  for (const { key, untold, seconds } of told) {
    pipeline.incrby(key, untold.count);
    pipeline.expire(key, seconds * 2);
  }
  const answers = await pipeline.exec<number[]>();
  for (const [place, { window, untold }] of told.entries()) {
    window.tell(untold, Number(answers[place * 2]));
  }
}
