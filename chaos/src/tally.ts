import type { Answer, Call } from "./client.ts";

/** Counts what happened on the wire, over all shoppers. */
export class Tally {
  /** Requests whose answer never came. */
  lostAnswers = 0;
  /** Repetitions that the shop recognised. */
  suppressed = 0;
  /** Answers 500: a defect of the shop, whatever was killed. What it must say is 503. */
  readonly defects: string[] = [];
  readonly #statuses = new Map<number, number>();
  readonly #listeners = new Set<(sentAt: number) => void>();

  heard({ method, path }: Call, { status, body }: Answer, sentAt: number): void {
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    if (status === 500)
      this.defects.push(`${method} ${path}: ${body?.detail ?? ""} ${body?.requestId ?? ""}`);
    if (method !== "GET" && status < 300) for (const listener of this.#listeners) listener(sentAt);
  }

  /** Resolves with the first write that was sent from now on and acknowledged. */
  nextWrite(): Promise<void> {
    const from = performance.now();
    return new Promise((resolve) => {
      const listener = (sentAt: number) => {
        if (sentAt < from) return;
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  get statuses(): Record<string, number> {
    return Object.fromEntries([...this.#statuses].toSorted(([a], [b]) => a - b));
  }
}
