import type { FastifyInstance } from "fastify";

const SWEEP_MS = 20;
/** What is still being answered after this is cut short. */
const GRACE_MS = 8_000;

/**
 * Lets `close()` answer what is under way and then close every connection. Node by itself goes on
 * waiting for those that become idle later, or that never carried a request.
 */
export function drainOnClose(app: FastifyInstance): void {
  let unanswered = 0;
  let sweeping: NodeJS.Timeout | undefined;
  app.addHook("onRequest", (_request, reply, done) => {
    unanswered++;
    reply.raw.once("close", () => unanswered--);
    done();
  });
  app.addHook("preClose", async () => {
    const deadline = Date.now() + GRACE_MS;
    sweeping = setInterval(() => {
      if (unanswered === 0 || Date.now() > deadline) app.server.closeAllConnections();
    }, SWEEP_MS);
  });
  app.addHook("onClose", async () => clearInterval(sweeping));
}
