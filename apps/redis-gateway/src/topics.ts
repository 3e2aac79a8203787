import type { Redis } from "ioredis";
import { RedisUnavailable, RequestError } from "./errors.ts";
import type { EventStream } from "./event-stream.ts";
import { confirmationFrame, type TopicKind } from "./frames.ts";

type Topic = { streams: Set<EventStream>; confirmed: Promise<unknown> };

/** The channels (or the patterns) that somebody watches, each subscribed once in Redis. */
export type Topics = {
  /**
   * Opens `stream` once Redis confirmed, and feeds it until `unwatch`.
   * @throws RedisUnavailable, or RequestError when Redis refuses
   */
  watch(name: string, stream: EventStream): Promise<void>;
  unwatch(name: string, stream: EventStream): void;
  deliver(name: string, frame: string): void;
  streams(): EventStream[];
  /** Forgets all of them, as Redis did when its connection closed. */
  clear(): void;
};

const UNAVAILABLE = "ERR Redis is unavailable";

export function createTopics(redis: Redis, kind: TopicKind): Topics {
  const topics = new Map<string, Topic>();

  const topicOf = (name: string): Topic => {
    const known = topics.get(name);
    if (known) return known;
    const topic = { streams: new Set<EventStream>(), confirmed: redis[kind](name) };
    topics.set(name, topic);
    return topic;
  };

  return {
    async watch(name, stream) {
      if (redis.status !== "ready") throw new RedisUnavailable(UNAVAILABLE);
      const topic = topicOf(name);
      topic.streams.add(stream);
      try {
        await topic.confirmed;
      } catch (error) {
        if (topics.get(name) === topic) topics.delete(name);
        throw isReplyError(error)
          ? new RequestError(error.message)
          : new RedisUnavailable(UNAVAILABLE);
      }
      // The connection may have gone in between, or the watcher.
      if (topics.get(name) !== topic) throw new RedisUnavailable(UNAVAILABLE);
      stream.open(confirmationFrame(kind, name));
    },
    unwatch(name, stream) {
      const topic = topics.get(name);
      if (!topic?.streams.delete(stream) || topic.streams.size > 0) return;
      topics.delete(name);
      const release = kind === "subscribe" ? redis.unsubscribe(name) : redis.punsubscribe(name);
      release.catch(() => undefined);
    },
    deliver(name, frame) {
      const bytes = Buffer.from(frame);
      for (const stream of topics.get(name)?.streams ?? []) stream.send(bytes);
    },
    streams: () => [...topics.values()].flatMap(({ streams }) => [...streams]),
    clear: () => topics.clear(),
  };
}

const isReplyError = (error: unknown): error is Error =>
  error instanceof Error && error.name === "ReplyError";
