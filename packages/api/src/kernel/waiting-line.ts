/**
 * A line of those who wait, in Redis: who came first is let in first, so many at a time. What is decided is decided by
 * one script, so several processes agree. Redis may lose it: each who waits has a ticket, signed, that says when they came, and takes their
 * old place with it; nobody is let in before those who waited had the time to come back.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Redis } from "@upstash/redis";

export type Visitor = {
  /** Made by who waits; the same at each visit. */
  key: string;
  /** From the visit before. */
  ticket?: string | undefined;
  /** Until when, in milliseconds since 1970, they were let in, as is kept elsewhere; null: they were not, or have what they came for. */
  inUntilMs: number | null;
  /** What they came for is done: they need no room. */
  isDone: boolean;
};

export type Standing = {
  ticket: string;
  isIn: boolean;
  /** Who comes before, when they wait. */
  ahead: number;
  /** All who wait. */
  waiting: number;
};

const usual = {
  /** Who was not seen for so long has left. */
  absentMs: 30_000,
  /** Who is let in, and does not come, keeps others out for so long. */
  claimMs: 15_000,
  /** Nobody is let in before the line is so old: all who were in it come back meanwhile. */
  settleMs: 3_000,
};

/** Tickets are microseconds by Redis' clock, each its own: who lost their place is sorted in again by them. */
const script = `
local waiting, seen, inside, meta = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local key, ticket, room, inUntil, isDone, absent, claim, settle =
  ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
local time = redis.call('TIME')
local micros = tonumber(time[1]) * 1000000 + tonumber(time[2])
local now = math.floor(micros / 1000)
local since = tonumber(redis.call('HGET', meta, 'since'))
if not since then
  since = now
  redis.call('HSET', meta, 'since', string.format('%.0f', now))
end
redis.call('ZREMRANGEBYSCORE', inside, '-inf', now)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', seen, '-inf', now - absent, 'LIMIT', 0, 500)) do
  redis.call('ZREM', waiting, gone)
  redis.call('ZREM', seen, gone)
end
if isDone == '1' then
  redis.call('ZREM', inside, key)
elseif inUntil > now then
  redis.call('ZADD', inside, string.format('%.0f', inUntil), key)
  redis.call('ZREM', waiting, key)
  redis.call('ZREM', seen, key)
end
local isIn = isDone == '1' or redis.call('ZSCORE', inside, key)
if not isIn then
  local own = redis.call('ZSCORE', waiting, key)
  if not own then
    own = ticket
    if own == '' then
      local last = tonumber(redis.call('HGET', meta, 'last') or '0')
      own = string.format('%.0f', math.max(micros, last + 1))
      redis.call('HSET', meta, 'last', own)
    end
    redis.call('ZADD', waiting, own, key)
  end
  ticket = string.format('%.0f', tonumber(own))
  redis.call('ZADD', seen, string.format('%.0f', now), key)
end
local free = room - redis.call('ZCARD', inside)
if free > 0 and now - since >= settle then
  for _, first in ipairs(redis.call('ZRANGE', waiting, 0, free - 1)) do
    redis.call('ZADD', inside, string.format('%.0f', now + claim), first)
    redis.call('ZREM', waiting, first)
    redis.call('ZREM', seen, first)
    if first == key then isIn = true end
  end
end
for _, one in ipairs(KEYS) do redis.call('EXPIRE', one, 86400) end
local ahead = redis.call('ZRANK', waiting, key)
return { isIn and 1 or 0, ahead or 0, redis.call('ZCARD', waiting), ticket }
`;

export class WaitingLine {
  readonly #redis: Redis;
  readonly #secret: string;

  readonly #times: typeof usual;

  constructor(redis: Redis, secret: string, times: Partial<typeof usual> = {}) {
    this.#redis = redis;
    this.#secret = secret;
    this.#times = { ...usual, ...times };
  }

  /**
   * Takes a place, or keeps it, and lets in whose turn it is.
   * @param line its name; another name is another line
   * @param room so many may be in at once
   * @throws when Redis does not answer: then nobody is let in
   */
  async visit(line: string, visitor: Visitor, room: number): Promise<Standing> {
    const { key, inUntilMs, isDone } = visitor;
    const ticket = this.#read(line, key, visitor.ticket);
    const { absentMs, claimMs, settleMs } = this.#times;
    const args = [key, ticket, room, inUntilMs ?? 0, isDone ? 1 : 0, absentMs, claimMs, settleMs];
    const [isIn, ahead, waiting, kept] = await this.#redis.eval<
      (string | number)[],
      [number, number, number, string | number]
    >(script, keysOf(line), args);
    return { isIn: isIn === 1, ahead, waiting, ticket: this.#sign(line, key, String(kept)) };
  }

  async leave(line: string, key: string): Promise<void> {
    const [waiting = "", seen = "", inside = ""] = keysOf(line);
    const all = this.#redis.multi();
    await all.zrem(waiting, key).zrem(seen, key).zrem(inside, key).exec();
  }

  #sign(line: string, key: string, place: string): string {
    return place === "" ? "" : `${place}.${this.#seal(line, key, place)}`;
  }

  /** Empty: none, or not of this line and visitor. */
  #read(line: string, key: string, ticket = ""): string {
    const [place = "", seal = ""] = ticket.split(".");
    const right = Buffer.from(this.#seal(line, key, place));
    const given = Buffer.from(seal);
    const isRight = given.length === right.length && timingSafeEqual(given, right);
    return isRight && /^\d{1,16}$/.test(place) ? place : "";
  }

  #seal(line: string, key: string, place: string): string {
    const text = `line ${line} ${key} ${place}`;
    return createHmac("sha256", this.#secret).update(text).digest("base64url").slice(0, 22);
  }
}

/** One slot of a cluster has them all. */
function keysOf(line: string): string[] {
  return ["waiting", "seen", "in", "meta"].map((part) => `line:{${line}}:${part}`);
}
