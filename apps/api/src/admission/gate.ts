/**
 * Decides who is let in. Queue discipline: "Fail at Scale" (Maurer, ACM Queue 2015), CoDel for servers: while
 * places become free a request may wait `patientMs`, as a burst does; once places have been short for that long
 * without a break, only `pressedMs`. Concurrency: Little's law (places = rate x time), so that no number
 * has to be tuned for a machine. Knows nothing of HTTP, and asks no clock but the one that it is given.
 */

/** In the order in which they are refused, last to first. What each is for: `rank.ts`. */
export const ranks = ["money", "checkout", "write", "read", "watch"] as const;
export type Rank = (typeof ranks)[number];

export type Work = { rank: Rank; start(waitedMs: number): void; refuse(): void };

export type GateSettings = {
  /** Places that are there however slow the work is: enough to keep the database's pool busy. */
  atLeast: number;
  /** How long what was let in may take, all in all, before places become fewer. */
  serviceMs: number;
  patientMs: number;
  pressedMs: number;
  /** What is not over by then waits for something else, and holds no place any more: a poll that nobody declared. */
  longMs: number;
  /** Milliseconds that only ever grow. */
  now(): number;
};

/** Who may wait for a place, in the order in which places are given away: what has come further is worth more. */
const queues = ["checkout", "write", "read"] as const;
type Queue = (typeof queues)[number];
/** How many of the places each may fill while they are short: the rest is for those who have come further. */
const shareWhenPressed: Record<Queue, number> = { checkout: 1, write: 0.85, read: 0.7 };

type Visit = { work: Work; since: number; until: number };

/** Weight of the newest measurement in the rate; with a tick of 50 ms, half of it is 150 ms old. */
const newest = 0.2;
/** Money may fill so many times the places of the rest. They are places of its own: it waits for others, not for us. */
const moneyShare = 4;

export class Gate {
  readonly #settings: GateSettings;
  readonly #waiting: Record<Queue, Set<Visit>> = {
    checkout: new Set(),
    write: new Set(),
    read: new Set(),
  };
  /** In the order in which they were let in. */
  readonly #running = new Set<Visit>();
  readonly #paying = new Set<Visit>();
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
      running: this.#running.size,
      paying: this.#paying.size,
      waiting: this.#countWaiting(),
      ratePerSecond: this.#ratePerSecond,
      loopDelayMs: this.#loopDelayMs,
      isPressed: this.#isPressed,
    };
  }

  /**
   * Starts the work now or when it is its turn, or refuses it: one of both is called, once, unless the caller leaves
   * before. @returns to be called when the work is over or its caller gone
   */
  enter(work: Work): () => void {
    const now = this.#settings.now();
    const visit = { work, since: now, until: now };
    switch (work.rank) {
      case "money":
        if (this.#paying.size < this.#limit * moneyShare) this.#start(visit, now);
        else work.refuse();
        break;
      case "watch":
        if (this.#hasPlace("read") && !this.#isPressed) work.start(0);
        else work.refuse();
        break;
      case "checkout":
      case "write":
      case "read":
        if (this.#hasPlace(work.rank)) this.#start(visit, now);
        else this.#wait(visit, work.rank);
    }
    return () => this.#leave(visit);
  }

  /** To be called every `everyMs`: being late is how the event loop's delay is known. */
  tick(everyMs: number): void {
    const now = this.#settings.now();
    const passedMs = now - this.#tickedAt;
    this.#tickedAt = now;
    const rate = (this.#finished * 1000) / Math.max(passedMs, 1);
    this.#finished = 0;
    this.#ratePerSecond += (rate - this.#ratePerSecond) * newest;
    this.#loopDelayMs += (Math.max(0, passedMs - everyMs) - this.#loopDelayMs) * newest;
    this.#shortMs = this.#isShort ? this.#shortMs + passedMs : 0;
    this.#isShort = this.#countWaiting() > 0;
    const { atLeast, serviceMs, longMs } = this.#settings;
    this.#limit = Math.max(atLeast, Math.round((this.#ratePerSecond * serviceMs) / 1000));
    for (const visit of this.#running) {
      if (now - visit.since < longMs) break;
      this.#running.delete(visit);
    }
    this.#next(now);
    for (const queue of Object.values(this.#waiting)) {
      for (const visit of queue) if (visit.until < now) giveUp(queue, visit);
    }
  }

  #leave(visit: Visit): void {
    if (this.#running.delete(visit) || this.#paying.delete(visit)) this.#finished += 1;
    else for (const queue of queues) this.#waiting[queue].delete(visit);
    this.#next(this.#settings.now());
  }

  #wait(visit: Visit, rank: Queue): void {
    this.#isShort = true;
    const { patientMs, pressedMs } = this.#settings;
    const allowedMs = this.#isPressed ? pressedMs : patientMs;
    if (this.#isPressed && this.#countWaiting(rank) * 1000 > this.#ratePerSecond * allowedMs) {
      visit.work.refuse();
    } else {
      visit.until += allowedMs;
      this.#waiting[rank].add(visit);
    }
  }

  #next(now: number): void {
    for (const rank of queues) {
      const queue = this.#waiting[rank];
      for (const visit of queue) {
        if (visit.until < now) giveUp(queue, visit);
        else if (this.#hasPlace(rank)) {
          queue.delete(visit);
          this.#start(visit, now);
        } else break;
      }
    }
  }

  #start(visit: Visit, now: number): void {
    const waitedMs = now - visit.since;
    visit.since = now;
    (visit.work.rank === "money" ? this.#paying : this.#running).add(visit);
    visit.work.start(waitedMs);
  }

  #hasPlace(rank: Queue): boolean {
    const share = this.#isPressed ? shareWhenPressed[rank] : 1;
    return this.#running.size < this.#limit * share;
  }

  /** All who wait, or those who are before a newcomer of this rank. */
  #countWaiting(rank: Queue = "read"): number {
    return queues
      .slice(0, queues.indexOf(rank) + 1)
      .reduce((sum, queue) => sum + this.#waiting[queue].size, 0);
  }

  get #isPressed(): boolean {
    const { patientMs } = this.#settings;
    return this.#shortMs >= patientMs || this.#loopDelayMs > patientMs;
  }
}

function giveUp(queue: Set<Visit>, visit: Visit): void {
  queue.delete(visit);
  visit.work.refuse();
}
