import { problemOf } from "#api/problem.ts";

const firstMs = 500;
const longestMs = 15_000;

/**
 * How long to wait before a read is asked for again: twice as long each time, never less than the API asks for, and up
 * to half as long again at random, so that all whom an overload sent away do not come back together.
 */
export function retryDelayMs(failures: number, error: unknown): number {
  const toldMs = (problemOf(error)?.retryAfterSeconds ?? 0) * 1000;
  return Math.max(toldMs, Math.min(longestMs, firstMs * 2 ** failures)) * (1 + Math.random() / 2);
}
