/**
 * The event log for many readers at once. What came last is kept in memory, as the follower tells it, so that who is
 * up to date costs the database nothing: neither waiting nor reading. Who is behind reads pages from the log.
 */
import type { Database } from "@meridian/db/client.ts";
import { DomainError } from "../kernel/errors.ts";
import type { EventPage, EventQuery, EventSource, LoggedEvent } from "../kernel/event-source.ts";
import type { LogFollower } from "./follower.ts";
import { cursorOf, parseCursor, readPage, type LogStart } from "./log.ts";

/** Some seconds of a busy shop: more than a reader is behind that comes back from a page or a delivery. */
const maxRecent = 5_000;

type Waiter = { after: number; isWanted: (event: LoggedEvent) => boolean; wake: () => void };

export class EventFeed implements EventSource {
  /** Without a gap, up to the follower's position. */
  #recent: LoggedEvent[] = [];
  /** How far the log was when it was last read. */
  #knownHead = 0;
  readonly #waiters = new Set<Waiter>();
  readonly #db: Database;
  readonly #follower: LogFollower;
  readonly #unsubscribe: () => void;
  #isClosed = false;

  constructor({ db, follower }: { db: Database; follower: LogFollower }) {
    this.#db = db;
    this.#follower = follower;
    this.#unsubscribe = follower.subscribe({
      onEvents: (events) => this.#onEvents(events),
      onGap: () => (this.#recent = []),
      onStall() {},
    });
  }

  get epoch(): string {
    return this.#follower.epoch;
  }

  /** Nobody waits any longer, now and from now on: what a stop begins with. */
  close(): void {
    this.#isClosed = true;
    this.#unsubscribe();
    for (const { wake } of this.#waiters) wake();
  }

  async page({ after, types, limit }: EventQuery & { limit: number }): Promise<EventPage> {
    return (
      this.#recentPage({ after, types, limit }) ?? (await this.#loggedPage({ after, types, limit }))
    );
  }

  async next(
    query: { after: string; types: EventQuery["types"] },
    signal: AbortSignal,
  ): Promise<boolean> {
    const after = parseCursor(query.after).position;
    const isWanted = wanted(query.types);
    if (!this.#isClosed && !signal.aborted && !this.#has(after, isWanted)) {
      await this.#wait(after, isWanted, signal);
    }
    return !this.#isClosed;
  }

  async #wait(after: number, isWanted: Waiter["isWanted"], signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => resolve();
    const waiter = { after, isWanted, wake };
    this.#waiters.add(waiter);
    signal.addEventListener("abort", wake);
    await promise;
    signal.removeEventListener("abort", wake);
    this.#waiters.delete(waiter);
  }

  #onEvents(events: readonly LoggedEvent[]): void {
    this.#recent.push(...events);
    if (this.#recent.length > 2 * maxRecent) this.#recent = this.#recent.slice(-maxRecent);
    for (const { after, isWanted, wake } of this.#waiters) {
      if (events.some((event) => event.position > after && isWanted(event))) wake();
    }
  }

  /** Whether something that is wanted came while the reader went from its page to waiting. */
  #has(after: number, isWanted: Waiter["isWanted"]): boolean {
    const first = this.#recent[0]?.position ?? Infinity;
    // Missed events are behind what is in memory: the page tells.
    if (after + 1 < first && after < this.#follower.position) return true;
    return this.#recent.slice(Math.max(0, after + 1 - first)).some(isWanted);
  }

  /** Undefined when memory does not reach back to the cursor, or the log is known to be ahead of it. */
  #recentPage({ after, types, limit }: EventQuery & { limit: number }): EventPage | undefined {
    const first = this.#recent[0]?.position;
    if (after === undefined || after === "latest" || first === undefined) return undefined;
    const { epoch, position } = parseCursor(after);
    const head = this.#follower.position;
    if (epoch !== this.#follower.epoch || position + 1 < first || position > head) return undefined;
    // The follower is still on its way to what an earlier page has told of.
    if (head < this.#knownHead) return undefined;
    const isWanted = wanted(types);
    const events: LoggedEvent[] = [];
    for (let at = position + 1 - first; at < this.#recent.length && events.length < limit; at++) {
      const event = this.#recent[at];
      if (event !== undefined && isWanted(event)) events.push(event);
    }
    const end = events.length === limit ? (events.at(-1)?.position ?? head) : head;
    return { events, cursor: cursorOf(epoch, end), hasMore: end < head };
  }

  async #loggedPage({ after, types, limit }: EventQuery & { limit: number }): Promise<EventPage> {
    const cursor = after === undefined || after === "latest" ? undefined : parseCursor(after);
    const start: LogStart = cursor?.position ?? (after === "latest" ? "latest" : "oldest");
    const { head, after: begin, events, end } = await readPage(this.#db, { start, types, limit });
    const isKnown = cursor === undefined || cursor.epoch === head.epoch;
    if (!isKnown || begin + 1 < head.oldest || begin > head.position) {
      throw new DomainError("gone", "events.cursor_gone", {
        message:
          "Events behind this cursor are no longer kept. Read anew what you derive from them.",
        details: { oldest: cursorOf(head.epoch, head.oldest - 1) },
      });
    }
    this.#knownHead = head.position;
    return { events, cursor: cursorOf(head.epoch, end), hasMore: end < head.position };
  }
}

function wanted(types: EventQuery["types"]): (event: LoggedEvent) => boolean {
  if (types === undefined) return () => true;
  const set = new Set(types);
  return ({ type }) => set.has(type);
}
