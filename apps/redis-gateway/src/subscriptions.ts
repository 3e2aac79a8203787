import type { Logger } from "pino";
import { openRedis } from "./connection.ts";
import { TICK_MS } from "./event-stream.ts";
import { messageFrame, patternFrame, type TopicKind } from "./frames.ts";
import { createTopics, type Topics } from "./topics.ts";

/** A quiet connection is asked so often whether it still lives; the silence timeout ends a dead one. */
const HEARTBEAT_MS = 15_000;

/**
 * Fans the messages of one Redis subscriber connection out to every watching stream. A channel is
 * subscribed once however many watch it, and each frame is made once.
 */
export type Subscriptions = Record<TopicKind, Topics> & { close(): void };

export function createSubscriptions(url: string, log: Logger): Subscriptions {
  const redis = openRedis(url, "subscriber", log);
  const subscribe = createTopics(redis, "subscribe");
  const psubscribe = createTopics(redis, "psubscribe");
  const everyStream = () => [...subscribe.streams(), ...psubscribe.streams()];

  redis.on("message", (channel: string, payload: string) => {
    subscribe.deliver(channel, messageFrame(channel, payload));
  });
  redis.on("pmessage", (pattern: string, channel: string, payload: string) => {
    const frame = patternFrame(pattern, channel, payload);
    if (frame === undefined) log.warn({ pattern }, "message dropped: unfit channel name");
    else psubscribe.deliver(pattern, frame);
  });

  // Messages were missed from here on, so no stream may pretend otherwise: watchers come back.
  const endAll = () => {
    const streams = everyStream();
    subscribe.clear();
    psubscribe.clear();
    for (const stream of streams) stream.end();
  };
  redis.on("close", endAll);

  const ticking = setInterval(() => {
    const now = Date.now();
    for (const stream of everyStream()) stream.tick(now);
  }, TICK_MS);
  const heartbeat = setInterval(() => {
    if (redis.status === "ready") redis.ping().catch(() => undefined);
  }, HEARTBEAT_MS);

  return {
    subscribe,
    psubscribe,
    close() {
      clearInterval(ticking);
      clearInterval(heartbeat);
      endAll();
      redis.disconnect();
    },
  };
}
