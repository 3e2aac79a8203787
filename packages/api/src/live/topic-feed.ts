import type { LoggedEvent } from "../events/log.ts";
import type { TopicState } from "./states.ts";

/** At most 20 frames a second of one topic: more is noise to people and cost to everybody. */
const minGapMs = 50;

/**
 * One watched topic: its members, and the newest event that they have not seen. The first change
 * goes out at once; those that follow within the gap are one frame, the newest.
 */
export class TopicFeed<Member> {
  readonly members = new Set<Member>();
  #newest: LoggedEvent | undefined;
  /** Position of the oldest event that is not sent yet; Infinity when all is sent. */
  #heldBack = Infinity;
  #heldBackNext = Infinity;
  #timer: NodeJS.Timeout | undefined;
  #isFlushing = false;
  #sentAt = 0;
  readonly #stateOf: (event: LoggedEvent) => TopicState | Promise<TopicState | undefined>;
  readonly #deliver: (state: TopicState | undefined, members: ReadonlySet<Member>) => void;

  constructor(deps: {
    /** The state that the event led to: from the event itself, or read. */
    stateOf: (event: LoggedEvent) => TopicState | Promise<TopicState | undefined>;
    deliver: (state: TopicState | undefined, members: ReadonlySet<Member>) => void;
  }) {
    this.#stateOf = deps.stateOf;
    this.#deliver = deps.deliver;
  }

  get heldBack(): number {
    return Math.min(this.#heldBack, this.#heldBackNext);
  }

  changed(event: LoggedEvent): void {
    this.#newest = event;
    if (this.#isFlushing) {
      this.#heldBackNext = Math.min(this.#heldBackNext, event.position);
      return;
    }
    this.#heldBack = Math.min(this.#heldBack, event.position);
    if (this.#timer !== undefined) return;
    const waitMs = this.#sentAt + minGapMs - performance.now();
    if (waitMs <= 0) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), waitMs);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#newest = undefined;
    this.members.clear();
  }

  #flush(): void {
    this.#timer = undefined;
    const event = this.#newest;
    if (event === undefined) return;
    this.#newest = undefined;
    const state = this.#stateOf(event);
    if (!(state instanceof Promise)) return this.#finish(state);
    this.#isFlushing = true;
    void state.then(
      (newest) => this.#finish(newest),
      // What could not be read (Postgres restarts) is tried again; cursors stay behind it until then.
      () => this.#retry(event),
    );
  }

  #finish(state: TopicState | undefined): void {
    this.#isFlushing = false;
    this.#sentAt = performance.now();
    this.#heldBack = this.#heldBackNext;
    this.#heldBackNext = Infinity;
    this.#deliver(state, this.members);
    if (this.#newest !== undefined) this.#timer ??= setTimeout(() => this.#flush(), minGapMs);
  }

  #retry(event: LoggedEvent): void {
    this.#isFlushing = false;
    this.#heldBackNext = Infinity;
    this.#newest ??= event;
    if (this.members.size > 0) this.#timer ??= setTimeout(() => this.#flush(), 1_000);
  }
}
