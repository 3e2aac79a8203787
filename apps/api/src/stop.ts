import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";

export type StopOptions = {
  app: FastifyInstance;
  log: Logger;
  /** How long readiness fails before anything ends. */
  noticeMs: number;
  /** After this, beyond the notice, the process ends with whatever is still open. */
  drainMs: number;
  /** What has to be closed after the last answer. */
  close(): Promise<void>;
};

/**
 * SIGTERM and SIGINT: readiness fails, streams end in slices over the first half of the time, requests
 * under way finish, then the pool closes. A second signal, or the end of the time, ends the process at once.
 */
export function stopOnSignal({ app, log, noticeMs, drainMs, close }: StopOptions): void {
  let isStopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "going out of service");
    setTimeout(() => {
      log.warn({ drainMs }, "not everything was finished in time");
      process.exit(1);
    }, noticeMs + drainMs).unref();
    try {
      await app.drain.begin(drainMs / 2, noticeMs);
      await app.close();
      await close();
      process.exit(0);
    } catch (err) {
      log.error({ err }, "the stop failed");
      process.exit(1);
    }
  };
  process.on("SIGTERM", (signal) => void stop(signal));
  process.on("SIGINT", (signal) => void stop(signal));
}
