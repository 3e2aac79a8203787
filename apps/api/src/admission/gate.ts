/**
 * Decides who is let in. Queue discipline: "Fail at Scale" (Maurer, ACM Queue 2015), CoDel for servers: while
 * places become free a request may wait `patientMs`, as a burst does; once places have been short for that long
 * without a break, only `pressedMs`. Concurrency: Little's law (places = rate x time), so that no number
 * has to be tuned for a machine. Knows nothing of HTTP, and asks no clock but the one that it is given.
 */

/** In the order in which they are refused, last to first. What each is for: `rank.ts`. */
export const ranks = ["money", "write", "read", "watch"] as const;
export type Rank = (typeof ranks)[number];

export type Work = { rank: Rank; start(waitedMs: number): void; refuse(): void };

export type GateSettings = {
  /** Places that are there however slow the work is: enough to keep the database's pool busy. */
  atLeast: number;
  /** How long what was let in may take, all in all, before places become fewer. */
  serviceMs: number;
  patientMs: number;
  pressedMs: number;
  /** Milliseconds that only ever grow. */
  now(): number;
};

type Waiting = { work: Work; since: number; until: number };

/** Weight of the newest measurement in the rate; with a tick of 50 ms, half of it is 150 ms old. */
const newest = 0.2;
/** Money may fill so many times the places of the rest. They are places of its own: it waits for others, not for us. */
const moneyShare = 4;

export class Gate {
  readonly #settings: GateSettings;
  readonly #waiting = { write: new Set<Waiting>(), read: new Set<Waiting>() };
  #running = 0;
  #paying = 0;
  #finished = 0;
  #ratePerSecond = 0;
  #limit: number;
  #loopDelayMs = 0;
  #tickedAt: number;
  /** Whether somebody found no free place since the last tick, and for how long that has been so. */
  #isShort = false;
  #shortMs = 0;

  constructor(settings: GateSettings) {
    this.#settings = settings;
    this.#limit = settings.atLeast;
    this.#tickedAt = settings.now();
  }

  get state() {
    return {
      limit: this.#limit,
      running: this.#running,
      paying: this.#paying,
      waiting: this.#waiting.write.size + this.#waiting.read.size,
      ratePerSecond: this.#ratePerSecond,
      loopDelayMs: this.#loopDelayMs,
      isPressed: this.#isPressed,
    };
  }

  /**
   * Starts the work now or when it is its turn, or refuses it: one of both is called, once. What was started is
   * over when `leave` is told. @returns takes back what still waits
   */
  enter(work: Work): (() => void) | undefined {
    switch (work.rank) {
      case "money":
        if (this.#paying >= this.#limit * moneyShare) work.refuse();
        else this.#start(work, 0);
        return undefined;
      case "watch":
        if (this.#running >= this.#limit || this.#isPressed) work.refuse();
        else this.#start(work, 0);
        return undefined;
      case "write":
      case "read":
        return this.#admit(work, work.rank);
    }
  }

  leave(rank: Rank): void {
    if (rank === "watch") return;
    this.#finished += 1;
    if (rank === "money") this.#paying -= 1;
    else this.#running -= 1;
    this.#next(this.#settings.now());
  }

  /** To be called every `everyMs`: being late is how the event loop's delay is known. */
  tick(everyMs: number): void {
    const now = this.#settings.now();
    const passedMs = now - this.#tickedAt;
    this.#tickedAt = now;
    const rate = (this.#finished * 1000) / Math.max(passedMs, 1);
    this.#finished = 0;
    this.#shortMs = this.#isShort ? this.#shortMs + passedMs : 0;
    this.#isShort = this.#waiting.write.size + this.#waiting.read.size > 0;
    this.#ratePerSecond += (rate - this.#ratePerSecond) * newest;
    this.#loopDelayMs += (Math.max(0, passedMs - everyMs) - this.#loopDelayMs) * newest;
    const { atLeast, serviceMs } = this.#settings;
    this.#limit = Math.max(atLeast, Math.round((this.#ratePerSecond * serviceMs) / 1000));
    this.#next(now);
    for (const queue of [this.#waiting.write, this.#waiting.read]) {
      for (const waiting of queue) if (waiting.until < now) this.#giveUp(queue, waiting);
    }
  }

  #admit(work: Work, rank: "write" | "read"): (() => void) | undefined {
    if (this.#running < this.#limit) {
      this.#start(work, 0);
      return undefined;
    }
    this.#isShort = true;
    const { write, read } = this.#waiting;
    const isPressed = this.#isPressed;
    const allowedMs = isPressed ? this.#settings.pressedMs : this.#settings.patientMs;
    const ahead = rank === "write" ? write.size : write.size + read.size;
    if (isPressed && ahead * 1000 > this.#ratePerSecond * allowedMs) {
      work.refuse();
      return undefined;
    }
    const now = this.#settings.now();
    const waiting = { work, since: now, until: now + allowedMs };
    this.#waiting[rank].add(waiting);
    return () => void this.#waiting[rank].delete(waiting);
  }

  /** Free places go to writes first: what has begun is worth more than what is looked at. */
  #next(now: number): void {
    const { write, read } = this.#waiting;
    while (this.#running < this.#limit) {
      const queue = write.size > 0 ? write : read;
      const [first] = queue;
      if (first === undefined) return;
      if (first.until < now) this.#giveUp(queue, first);
      else {
        queue.delete(first);
        this.#start(first.work, now - first.since);
      }
    }
  }

  #giveUp(queue: Set<Waiting>, waiting: Waiting): void {
    queue.delete(waiting);
    waiting.work.refuse();
  }

  #start(work: Work, waitedMs: number): void {
    if (work.rank === "money") this.#paying += 1;
    else if (work.rank !== "watch") this.#running += 1;
    work.start(waitedMs);
  }

  get #isPressed(): boolean {
    const { patientMs } = this.#settings;
    return this.#shortMs >= patientMs || this.#loopDelayMs > patientMs;
  }
}
