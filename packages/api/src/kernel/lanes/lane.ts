import { setTimeout as sleep } from "node:timers/promises";
import { DomainError } from "../errors.ts";
import { isConnectionLost, refusalOf } from "../refusal.ts";

/**
 * Answers all requests of a batch, in their order; a DomainError is a refusal of that one. A batch of
 * which it is not known whether it happened runs again, so a repeated request must get its first answer.
 */
export type RunBatch<Request, Answer> = (
  batch: readonly Request[],
) => Promise<readonly (Answer | DomainError)[]>;

type Waiting<Request, Answer> = {
  request: Request;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

const maxBatch = 256;
/** More than this wait only when the database has all but stopped: then "try later" is the better answer. */
export const maxWaiting = 4_096;
const patienceMs = [20, 100, 500];

/**
 * One batch in flight, no timer: what arrives meanwhile is the next batch. So an idle process pays no
 * delay, and a busy one pays a transaction's cost once for all. What waits here is never the truth: a
 * request is answered only when its batch has committed.
 */
export class Lane<Request, Answer> {
  readonly #run: RunBatch<Request, Answer>;
  #waiting: Waiting<Request, Answer>[] = [];
  #isRunning = false;

  constructor(run: RunBatch<Request, Answer>) {
    this.#run = run;
  }

  /** @throws unavailable `service.unavailable` at once when too many wait already */
  ask(request: Request): Promise<Answer> {
    if (this.#waiting.length >= maxWaiting) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (!this.#isRunning) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, maxBatch));
    this.#isRunning = false;
  }

  /** A batch that fails is halved until the one that spoils it stands alone. */
  async #settle(batch: Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await this.#attempt(batch.map(({ request }) => request));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer instanceof DomainError) reject(answer);
        else resolve(answer as Answer);
      }
    } catch (error) {
      const isSpoilt = refusalOf(error)?.kind !== "unavailable";
      if (batch.length > 1 && isSpoilt) {
        const half = Math.ceil(batch.length / 2);
        await this.#settle(batch.slice(0, half));
        await this.#settle(batch.slice(half));
      } else for (const { reject } of batch) reject(error);
    }
  }

  /** A cut connection does not tell whether the batch was committed: it is asked again. */
  async #attempt(requests: readonly Request[]): Promise<readonly (Answer | DomainError)[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#run(requests);
      } catch (error) {
        const pauseMs = patienceMs[attempt];
        if (pauseMs === undefined || !isConnectionLost(error)) throw error;
        await sleep(pauseMs);
      }
    }
  }
}

function tooMany(): DomainError {
  return new DomainError("unavailable", "service.unavailable", {
    message: "Too much is asked of this at once. Try again in a moment.",
    retryAfterSeconds: 1,
  });
}
