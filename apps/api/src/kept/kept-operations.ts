import type { Actor, Clock } from "@meridian/api/server.ts";
import type { Operation } from "../plugins/rest/operations.ts";
import { represent } from "../plugins/rest/representation.ts";
import type { KeptReads, Reading } from "./kept-reads.ts";

/** Runs the procedure behind an operation. */
export type Call = (input: unknown) => Promise<unknown>;

/** Reads through what is kept. Both faces ask here, so that they share one reading. */
export class KeptOperations {
  readonly #reads: KeptReads;
  readonly #clock: Clock;

  constructor(reads: KeptReads, clock: Clock) {
    this.#reads = reads;
    this.#clock = clock;
  }

  /**
   * Undefined where nothing is kept: the operation declares nothing, this caller may see more, or the
   * input is wrong, which the procedure itself says best.
   * @throws what `call` throws
   */
  async read(
    operation: Operation,
    actor: Actor,
    input: unknown,
    call: Call,
  ): Promise<Reading | undefined> {
    const { keep } = operation.rest;
    if (keep === undefined || (keep.for === "guests" && actor.kind !== "guest")) return undefined;
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) return undefined;
    const key = `${operation.procedure} ${JSON.stringify(parsed.data)}`;
    return this.#reads.read(key, async () => {
      const keptFrom = this.#clock.now().getTime();
      const keptUntil = keptFrom + keep.seconds * 1_000;
      const output = await call(input);
      const tags = keep.tags(output as never, parsed.data as never);
      return {
        key,
        ...represent(operation, input, output, tags),
        tags,
        keptFrom,
        keptUntil,
        isOld: false,
      };
    });
  }
}
