import type { Random } from "../random.ts";

/** Who watches what, until it is over. */
export type Watch = {
  /** Of the API's processes: each (re)connection goes to any. */
  urls: readonly string[];
  topics: readonly string[];
  random: Random;
  over: AbortSignal;
};
