/**
 * The hub of one process: which watcher wants which topic. A change is turned into a frame once and
 * handed to every watcher of its topic; a topic that changes faster than people can see is conflated
 * (newest wins). It holds no truth: what it sends is read from the log and from the services.
 */
import type { Database } from "@meridian/db/client.ts";
import type { LogFollower } from "../events/follower.ts";
import { cursorOf, parseCursor, type LoggedEvent } from "../events/log.ts";
import type { Actor, ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import type { Availability } from "../inventory/contract.ts";
import type { LiveFrame } from "./contract.ts";
import { Frame, topicOf } from "./frame.ts";
import { TopicReader } from "./reader.ts";
import { hiddenFrom, maySee, type TopicState } from "./states.ts";
import { TopicFeed } from "./topic-feed.ts";

export type Watcher = {
  send(frame: Frame): void;
  /** The server ends the stream; the client comes back and resumes. */
  end(): void;
};

type Seat = {
  watcher: Watcher;
  actor: Actor;
  topics: readonly string[];
  /** While snapshots are still being read: live frames, the newest of each topic. */
  waiting: Map<string, Frame> | null;
  /** Topics that it was told are not there, because they are somebody else's. */
  hidden: Set<string>;
};

export type HubDependencies = {
  db: Database;
  /** Started and stopped by its owner. */
  follower: LogFollower;
  /** The guest's context: states are read once for all watchers, and each is sent to who may see it. */
  context: ServiceContext;
};

export class LiveHub {
  readonly #feeds = new Map<string, TopicFeed<Seat>>();
  readonly #seats = new Set<Seat>();
  /** Feeds that hold something back: the watchers' cursor must stay behind it. */
  readonly #holding = new Set<TopicFeed<Seat>>();
  readonly #reader: TopicReader;
  readonly #follower: LogFollower;
  readonly #unsubscribe: () => void;
  /** Of the event that is being handed to its feed: those behind it in the same batch are not yet. */
  #handingOn: number | undefined;
  #framesSent = 0;

  constructor(deps: HubDependencies) {
    this.#reader = new TopicReader(deps);
    this.#follower = deps.follower;
    this.#unsubscribe = deps.follower.subscribe({
      onEvents: (events) => this.#onEvents(events),
      onGap: () => this.#endAll(),
      onStall: () => this.#endAll(),
    });
  }

  stop(): void {
    this.#unsubscribe();
    this.#endAll();
  }

  /** For metrics. */
  get stats() {
    return {
      watchers: this.#seats.size,
      topics: this.#feeds.size,
      framesSent: this.#framesSent,
      isPolling: this.#follower.isPolling,
    };
  }

  /** @throws unavailable `live.unavailable` while changes wait that nobody tells of: no number beats an old one */
  requireLive(): void {
    if (!this.#follower.isStalled) return;
    throw new DomainError("unavailable", "live.unavailable", {
      message: "Changes can't be followed at the moment. Try again.",
      retryAfterSeconds: 5,
    });
  }

  /**
   * Seats a watcher: what changed behind `after` (or everything) is sent once, then `ready`, then
   * each change. Subscribes first, reads second, drops duplicates third, so nothing falls between.
   * Returns how to leave.
   */
  async watch(
    input: { topics: readonly string[]; after?: string | undefined; actor: Actor },
    watcher: Watcher,
  ): Promise<() => void> {
    this.requireLive();
    const { actor } = input;
    const topics = [...new Set(input.topics)];
    const seat: Seat = { watcher, actor, topics, waiting: new Map(), hidden: new Set() };
    this.#seats.add(seat);
    for (const topic of seat.topics) this.#feed(topic).members.add(seat);
    const leave = () => this.#leave(seat);
    try {
      await this.#sendSnapshots(seat, input.after);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** Ends every stream, in slices over `overMs`, so that clients do not come back all at once. */
  async drain(overMs: number): Promise<void> {
    const seats = [...this.#seats];
    const slices = Math.min(20, seats.length);
    for (let slice = 0; slice < slices; slice++) {
      for (const seat of seats.filter((_, index) => index % slices === slice)) this.#end(seat);
      if (slice < slices - 1) await new Promise((done) => setTimeout(done, overMs / slices));
    }
  }

  async #sendSnapshots(seat: Seat, after: string | undefined): Promise<void> {
    const resume = await this.#resume(seat, after);
    const position = this.#safePosition();
    // Until all snapshots are out, a reconnect must begin again from the old cursor; 0 means "from nothing".
    const before =
      resume.isValid && after !== undefined ? after : cursorOf(this.#follower.epoch, 0);
    if (resume.mustReset) this.#send(seat, new Frame(before, { kind: "reset" }));
    const versions = new Map<string, number>();
    for (const state of await this.#reader.states(resume.changed)) {
      const frame = visibleTo(seat, state);
      if ("topic" in frame) versions.set(frame.topic, frame.version);
      this.#send(seat, new Frame(before, frame));
    }
    const waiting = seat.waiting ?? new Map<string, Frame>();
    seat.waiting = null;
    for (const [topic, frame] of waiting) {
      const isNewer = "version" in frame.value && frame.value.version > (versions.get(topic) ?? -1);
      if (isNewer) this.#send(seat, frame.at(before));
    }
    this.#send(seat, new Frame(cursorOf(this.#follower.epoch, position), { kind: "ready" }));
  }

  /** What has become somebody else's meanwhile counts as changed. */
  async #resume({ topics, actor }: Seat, after: string | undefined) {
    if (after === undefined) return { isValid: false, mustReset: false, changed: topics };
    const { epoch, position } = parseCursor(after);
    const { head, ...read } = await this.#reader.changes({ topics, after: position });
    const isForeign = (topic: string) => !maySee(actor, { ownerId: read.owners.get(topic) });
    const changed = [...new Set([...read.changed, ...topics.filter(isForeign)])];
    const isValid =
      epoch === head.epoch && position + 1 >= head.oldest && position <= head.position;
    if (position === 0) return { isValid, mustReset: epoch !== head.epoch, changed: topics };
    return isValid
      ? { isValid, mustReset: false, changed }
      : { isValid, mustReset: true, changed: topics };
  }

  #onEvents(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      this.#handingOn = event.position;
      const topic = topicOf(event);
      const feed = topic === null ? undefined : this.#feeds.get(topic);
      if (feed === undefined) continue;
      this.#holding.add(feed);
      feed.changed(event);
    }
    this.#handingOn = undefined;
  }

  #feed(topic: string): TopicFeed<Seat> {
    const known = this.#feeds.get(topic);
    if (known !== undefined) return known;
    const feed: TopicFeed<Seat> = new TopicFeed<Seat>({
      stateOf: (event) => this.#stateOf(topic, event),
      deliver: (state, seats) => {
        if (feed.heldBack === Infinity) this.#holding.delete(feed);
        if (state !== undefined) this.#deliver(topic, state, seats);
      },
    });
    this.#feeds.set(topic, feed);
    return feed;
  }

  /** Stock events carry the new state; the other topics are read once, however many watch. */
  #stateOf(topic: string, event: LoggedEvent): TopicState | Promise<TopicState | undefined> {
    if (event.type === "stock.changed") {
      const state = event.data as Availability;
      return { value: { kind: "stock", topic, version: event.version, state } };
    }
    return this.#reader.states([topic]).then((states) => states[0]);
  }

  /** Whose the thing no longer is has to ask anew: as who they are by now they may see it, or be told that it is not there. */
  #deliver(topic: string, state: TopicState, seats: ReadonlySet<Seat>): void {
    const frame = new Frame(cursorOf(this.#follower.epoch, this.#safePosition()), state.value);
    for (const seat of seats) {
      if (!maySee(seat.actor, state)) {
        if (!seat.hidden.has(topic)) this.#end(seat);
      } else if (seat.waiting === null) this.#send(seat, frame);
      else seat.waiting.set(topic, frame);
    }
  }

  #send(seat: Seat, frame: Frame): void {
    this.#framesSent += 1;
    seat.watcher.send(frame);
  }

  #leave(seat: Seat): void {
    if (!this.#seats.delete(seat)) return;
    for (const topic of seat.topics) {
      const feed = this.#feeds.get(topic);
      feed?.members.delete(seat);
      if (feed === undefined || feed.members.size > 0) continue;
      feed.close();
      this.#feeds.delete(topic);
      this.#holding.delete(feed);
    }
  }

  #end(seat: Seat): void {
    this.#leave(seat);
    seat.watcher.end();
  }

  #endAll(): void {
    for (const seat of this.#seats) this.#end(seat);
  }

  /** Everything up to here has been handed to the watchers; what a feed still holds back counts as not. */
  #safePosition(): number {
    let position = this.#handingOn ?? this.#follower.position;
    for (const feed of this.#holding) position = Math.min(position, feed.heldBack - 1);
    return position;
  }
}

function visibleTo(seat: Seat, state: TopicState): LiveFrame {
  const { value } = state;
  if (maySee(seat.actor, state) || !("topic" in value)) return value;
  seat.hidden.add(value.topic);
  return hiddenFrom(value.topic);
}
