import type { Logger } from "pino";

export type Repetition = {
  /** Resolves when a run that is under way has ended. */
  stop(): Promise<void>;
};

/**
 * Runs `work` again and again, never twice at once. `work` returns true when there is more to do at
 * once. A failure is logged and tried again after the pause: the next run begins from the tables.
 */
export function repeat(
  name: string,
  pauseMs: number,
  log: Logger,
  work: () => Promise<boolean>,
): Repetition {
  let isStopped = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const ended = (async () => {
    while (!isStopped) {
      const hasMore = await work().catch((err: unknown) => {
        log.error({ err, job: name }, "job failed");
        return false;
      });
      if (!hasMore && !isStopped) await pause();
    }
  })();
  return {
    stop() {
      isStopped = true;
      wake();
      return ended;
    },
  };
}
