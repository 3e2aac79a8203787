import type { Logger } from "pino";
import { openRedis } from "./connection.ts";
import { RedisUnavailable, RequestError } from "./errors.ts";
import { TICK_MS, type EventStream } from "./event-stream.ts";
import { confirmationFrame, messageFrame, patternFrame, type TopicKind } from "./frames.ts";

/** Keeps the subscriber's silence timeout honest: a quiet connection is asked, a dead one is found. */
const HEARTBEAT_MS = 15_000;

type Topic = { streams: Set<EventStream>; confirmed: Promise<unknown> };

/**
 * Fans the messages of one Redis subscriber connection out to every watching stream. A channel is
 * subscribed once however many watch it, and each frame is made once.
 */
export type Subscriptions = {
  /**
   * Opens `stream` once Redis confirmed, and feeds it until `unwatch`.
   * @throws RedisUnavailable, or RequestError when Redis refuses
   */
  watch(kind: TopicKind, name: string, stream: EventStream): Promise<void>;
  unwatch(kind: TopicKind, name: string, stream: EventStream): void;
  close(): void;
};

export function createSubscriptions(url: string, log: Logger): Subscriptions {
  const redis = openRedis(url, "subscriber", log);
  const topics = { subscribe: new Map<string, Topic>(), psubscribe: new Map<string, Topic>() };
  const everyTopic = () => [...topics.subscribe.values(), ...topics.psubscribe.values()];
  const everyStream = () => everyTopic().flatMap(({ streams }) => [...streams]);

  const fanOut = (topic: Topic | undefined, frame: string) => {
    if (topic === undefined) return;
    const bytes = Buffer.from(frame);
    for (const stream of topic.streams) stream.send(bytes);
  };
  redis.on("message", (channel: string, payload: string) => {
    fanOut(topics.subscribe.get(channel), messageFrame(channel, payload));
  });
  redis.on("pmessage", (pattern: string, channel: string, payload: string) => {
    const frame = patternFrame(pattern, channel, payload);
    if (frame === undefined) log.warn({ pattern }, "message dropped: unfit channel name");
    else fanOut(topics.psubscribe.get(pattern), frame);
  });

  // Messages were missed from here on, so no stream may pretend otherwise: watchers come back.
  const endAll = () => {
    const streams = everyStream();
    topics.subscribe.clear();
    topics.psubscribe.clear();
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

  const topicOf = (kind: TopicKind, name: string): Topic => {
    const known = topics[kind].get(name);
    if (known) return known;
    const topic = { streams: new Set<EventStream>(), confirmed: redis[kind](name) };
    topics[kind].set(name, topic);
    return topic;
  };
  const unwatch = (kind: TopicKind, name: string, stream: EventStream) => {
    const topic = topics[kind].get(name);
    if (!topic?.streams.delete(stream) || topic.streams.size > 0) return;
    topics[kind].delete(name);
    const release = kind === "subscribe" ? redis.unsubscribe(name) : redis.punsubscribe(name);
    release.catch(() => undefined);
  };

  return {
    async watch(kind, name, stream) {
      if (redis.status !== "ready") throw new RedisUnavailable("ERR Redis is unavailable");
      const topic = topicOf(kind, name);
      topic.streams.add(stream);
      try {
        await topic.confirmed;
      } catch (error) {
        topic.streams.delete(stream);
        if (topics[kind].get(name) === topic) topics[kind].delete(name);
        if (error instanceof Error && error.name === "ReplyError") {
          throw new RequestError(error.message);
        }
        throw new RedisUnavailable("ERR Redis is unavailable");
      }
      // The connection may have gone in between, or the watcher.
      if (topics[kind].get(name) !== topic) throw new RedisUnavailable("ERR Redis is unavailable");
      stream.open(confirmationFrame(kind, name));
    },
    unwatch,
    close() {
      clearInterval(ticking);
      clearInterval(heartbeat);
      endAll();
      redis.disconnect();
    },
  };
}
