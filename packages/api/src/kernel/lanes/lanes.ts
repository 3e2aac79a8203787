import type { RootContext } from "../context.ts";
import type { DomainError } from "../errors.ts";
import { inTransaction, type TransactionContext } from "../transaction.ts";
import { Lane } from "./lane.ts";

/** One works while the other waits for the database. */
const lanesPerWork = 2;

/** What is done in batches: many callers' requests in one transaction. */
export type LaneWork<Request, Answer> = {
  /** As {@link RunBatch}, in the batch's transaction. */
  run(
    tx: TransactionContext,
    batch: readonly Request[],
  ): Promise<readonly (Answer | DomainError)[]>;
};

/**
 * Lanes of a process, a few for each kind of work: more would make smaller batches, fewer would leave
 * the database idle between two of them. They have connections of their own: a caller may be inside a
 * transaction, and must not keep the last one from the lane that it waits for.
 */
export class Lanes {
  readonly #ctx: RootContext;
  readonly #perWork: number;
  readonly #lanes = new Map<object, Lane<unknown, unknown>[]>();

  /** @param ctx of the process; its connections are used by nothing else */
  constructor(ctx: Omit<RootContext, "lanes">, perWork = lanesPerWork) {
    this.#ctx = { ...ctx, lanes: this };
    this.#perWork = perWork;
  }

  /**
   * The answer to a request, when its batch has committed.
   * @param key requests with the same key meet in the same batch
   * @throws what the batch's work refused; unavailable when too many wait
   */
  ask<Request, Answer>(
    work: LaneWork<Request, Answer>,
    key: string,
    request: Request,
  ): Promise<Answer> {
    const lanes = this.#of(work);
    const lane = lanes[hash(key) % lanes.length];
    if (lane === undefined) throw new Error("there is no lane");
    return lane.ask(request);
  }

  #of<Request, Answer>(work: LaneWork<Request, Answer>): Lane<Request, Answer>[] {
    const known = this.#lanes.get(work) as Lane<Request, Answer>[] | undefined;
    if (known !== undefined) return known;
    const made = Array.from(
      { length: this.#perWork },
      () =>
        new Lane<Request, Answer>((batch) => inTransaction(this.#ctx, (tx) => work.run(tx, batch))),
    );
    this.#lanes.set(work, made as Lane<unknown, unknown>[]);
    return made;
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return sum;
}
