import { LRUCache } from "lru-cache";
import type { Answer } from "./answer.ts";
import type { KeptReads } from "./kept-reads.ts";

/** Answers by the address that asks for them: many addresses may mean one reading. Good for as long as it is. */
export class Answers {
  readonly #reads: KeptReads;
  readonly #byUrl: LRUCache<string, Answer>;

  constructor(reads: KeptReads, maxBytes: number) {
    this.#reads = reads;
    this.#byUrl = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ bytes }, url) => bytes + url.length,
    });
  }

  get bytes(): number {
    return this.#byUrl.calculatedSize;
  }

  find(url: string): Answer | undefined {
    const answer = this.#byUrl.get(url);
    if (answer === undefined) return undefined;
    for (const reading of answer.readings) {
      if (!this.#reads.isFresh(reading)) {
        // While the log is not followed, it may be fresh again later.
        if (reading.isOld) this.#byUrl.delete(url);
        return undefined;
      }
    }
    for (const reading of answer.readings) this.#reads.use(reading);
    return answer;
  }

  remember(url: string, answer: Answer): void {
    if (!answer.readings.some(({ isOld }) => isOld)) this.#byUrl.set(url, answer);
  }
}
