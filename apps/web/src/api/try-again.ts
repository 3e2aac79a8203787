import { problemOf } from "#api/problem.ts";
import { retryDelayMs } from "#api/retry-delay.ts";

const mostTries = 4;

/** As queries are read (`browser.tsx`), for what is asked outside of one: again while it may pass. @throws the last failure */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await work();
    } catch (error) {
      const mayPass = (problemOf(error)?.status ?? 503) >= 500;
      if (!mayPass || failures + 1 === mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs(failures, error)));
    }
  }
}
