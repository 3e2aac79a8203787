/**
 * Answers of public reads, kept until an event makes them old. Never older than what the live stream
 * tells: while this process does not follow the log closely, nothing that is kept is served.
 */
import type { Clock } from "@meridian/api/server.ts";
import { LRUCache } from "lru-cache";
import { Touches } from "./touches.ts";

/** The answer of one read, for every request that means the same. */
export type Reading = {
  key: string;
  /** JSON. */
  body: Buffer;
  etag: string;
  surrogateKeys: string;
  nextCursor: string | undefined;
  language: string | undefined;
  /** What makes it old. */
  tags: readonly string[];
  /** Milliseconds of the process's clock, which somebody may set back. */
  keptFrom: number;
  keptUntil: number;
  /** Something that it depends on has changed, or its place was needed. */
  isOld: boolean;
};

type Outcome = { isRead: true; reading: Reading } | { isRead: false; error: unknown };
type ReadUnderWay = { touches: Touches; outcome: Promise<Outcome> };

type Dependencies = {
  maxBytes: number;
  clock: Clock;
  /** Whether changes made anywhere reach this process within moments. */
  isFollowing(): boolean;
};

/** What a tag and its place in the index cost. */
const bytesPerTag = 100;

export class KeptReads {
  readonly stats = { hits: 0, misses: 0, joined: 0, evictions: 0, invalidations: 0 };
  readonly #deps: Dependencies;
  readonly #kept: LRUCache<string, Reading>;
  readonly #byTag = new Map<string, Set<Reading>>();
  readonly #underWay = new Map<string, ReadUnderWay>();
  /** Grows with each invalidation. */
  #moment = 0;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    this.#kept = new LRUCache({
      maxSize: deps.maxBytes,
      sizeCalculation: ({ body, tags }, key) =>
        body.length + tags.length * bytesPerTag + key.length + 500,
      dispose: (reading, _key, reason) => {
        if (reason === "evict") this.stats.evictions += 1;
        this.#forget(reading);
      },
    });
  }

  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  isFresh(reading: Reading): boolean {
    if (reading.isOld || !this.#deps.isFollowing()) return false;
    const now = this.#deps.clock.now().getTime();
    return reading.keptFrom <= now && now < reading.keptUntil;
  }

  /** Whoever serves a reading without asking for it here keeps it from being the longest unused. */
  use({ key }: Reading): void {
    this.stats.hits += 1;
    this.#kept.get(key);
  }

  /**
   * What is kept under this key, or what `fetch` reads: once, however many ask meanwhile. Nobody gets what
   * was read before a change that this process knew of when they asked.
   */
  async read(key: string, fetch: () => Promise<Reading>): Promise<Reading> {
    const askedAt = this.#moment;
    for (;;) {
      const kept = this.#kept.get(key);
      if (kept !== undefined && this.isFresh(kept)) {
        this.stats.hits += 1;
        return kept;
      }
      const joined = this.#underWay.get(key);
      const run = joined ?? this.#begin(key, fetch);
      if (joined !== undefined) this.stats.joined += 1;
      const outcome = await run.outcome;
      if (touchedAt(run.touches, outcome) <= askedAt) continue;
      if (outcome.isRead) return outcome.reading;
      throw outcome.error;
    }
  }

  /** Throws away what depends on any of these, and what is being read from before. */
  invalidate(tags: Iterable<string>): void {
    this.#moment += 1;
    for (const run of this.#underWay.values()) run.touches.add(tags, this.#moment);
    for (const tag of tags) {
      for (const { key } of this.#byTag.get(tag) ?? []) {
        this.stats.invalidations += 1;
        this.#kept.delete(key);
      }
    }
  }

  /** Anything may have changed. */
  clear(): void {
    this.#moment += 1;
    for (const run of this.#underWay.values()) run.touches.addAll(this.#moment);
    this.stats.invalidations += this.#kept.size;
    this.#kept.clear();
  }

  #begin(key: string, fetch: () => Promise<Reading>): ReadUnderWay {
    this.stats.misses += 1;
    const touches = new Touches();
    const run = { touches, outcome: this.#finish(key, fetch, touches) };
    this.#underWay.set(key, run);
    return run;
  }

  async #finish(key: string, fetch: () => Promise<Reading>, touches: Touches): Promise<Outcome> {
    const outcome = await outcomeOf(fetch);
    this.#underWay.delete(key);
    if (outcome.isRead) {
      // What was touched meanwhile may be old, and its next event a day away.
      if (touchedAt(touches, outcome) === Infinity) this.#keep(outcome.reading);
      else outcome.reading.isOld = true;
    }
    return outcome;
  }

  #keep(reading: Reading): void {
    this.#kept.set(reading.key, reading);
    // What is larger than the whole store is not taken.
    if (this.#kept.peek(reading.key) !== reading) {
      reading.isOld = true;
      return;
    }
    for (const tag of reading.tags) {
      const readings = this.#byTag.get(tag);
      if (readings === undefined) this.#byTag.set(tag, new Set([reading]));
      else readings.add(reading);
    }
  }

  #forget(reading: Reading): void {
    reading.isOld = true;
    for (const tag of reading.tags) {
      const readings = this.#byTag.get(tag);
      readings?.delete(reading);
      if (readings?.size === 0) this.#byTag.delete(tag);
    }
  }
}

async function outcomeOf(fetch: () => Promise<Reading>): Promise<Outcome> {
  try {
    return { isRead: true, reading: await fetch() };
  } catch (error) {
    return { isRead: false, error };
  }
}

/** What an error depends on is unknown: on anything. */
function touchedAt(touches: Touches, outcome: Outcome): number {
  return outcome.isRead ? touches.firstOf(outcome.reading.tags) : touches.first();
}
