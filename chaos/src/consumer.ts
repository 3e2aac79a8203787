import { readLog, type LoggedEvent } from "@meridian/api/events/log.ts";
import type { Database } from "@meridian/db/client.ts";
import { setTimeout as sleep } from "node:timers/promises";

/** Follows the event log with a cursor of its own, through every outage, and keeps what it got. */
export class Consumer {
  readonly events: LoggedEvent[] = [];
  #isOver = false;
  readonly #ended: Promise<void>;

  constructor(db: Database) {
    this.#ended = this.#follow(db);
  }

  get position(): number {
    return this.events.at(-1)?.position ?? 0;
  }

  /** Resolves when a read that began after this has found nothing more, or has failed. */
  stop(): Promise<void> {
    this.#isOver = true;
    return this.#ended;
  }

  async #follow(db: Database): Promise<void> {
    for (;;) {
      const isOver = this.#isOver;
      try {
        const events = await readLog(db, this.position, 500);
        this.events.push(...events);
        if (events.length > 0) continue;
      } catch {
        // The database is away: asked again.
      }
      if (isOver) return;
      await sleep(50);
    }
  }
}
