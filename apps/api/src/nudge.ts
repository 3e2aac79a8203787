import { nudgeChannel, type Log } from "@meridian/api/server.ts";
import type { Redis } from "@upstash/redis";

/**
 * Wakes the relay after commits: at most one PUBLISH under way, one more when something was committed
 * meanwhile. Never waited for and never failing: the relay's own poll is the safety net.
 */
export function createNudge(redis: Pick<Redis, "publish">, log: Log): () => void {
  let isPublishing = false;
  let isWanted = false;
  const publish = async () => {
    isPublishing = true;
    while (isWanted) {
      isWanted = false;
      try {
        await redis.publish(nudgeChannel, "1");
      } catch (err) {
        log.debug({ err }, "the relay could not be nudged");
      }
    }
    isPublishing = false;
  };
  return () => {
    isWanted = true;
    if (!isPublishing) void publish();
  };
}
