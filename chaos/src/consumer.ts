import { readLog, type LoggedEvent } from "@meridian/api/events/log.ts";
import type { Database } from "@meridian/db/client.ts";
import { setTimeout as sleep } from "node:timers/promises";

/** Follows the event log with a cursor of its own, through every outage, and keeps what it got. */
export class Consumer {
  readonly events: LoggedEvent[] = [];
  interruptions = 0;
  #isOver = false;
  readonly #ended: Promise<void>;

  constructor(db: Database) {
    this.#ended = this.#follow(db);
  }

  get position(): number {
    return this.events.at(-1)?.position ?? 0;
  }

  /** Resolves when the read under way has ended. */
  stop(): Promise<void> {
    this.#isOver = true;
    return this.#ended;
  }

  async #follow(db: Database): Promise<void> {
    while (!this.#isOver) {
      try {
        const events = await readLog(db, this.position, 500);
        this.events.push(...events);
        if (events.length === 0) await sleep(50);
      } catch {
        this.interruptions++;
        await sleep(100);
      }
    }
  }
}
