import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { createAuthenticator } from "./auth.ts";
import { createConnection } from "./connection.ts";
import { drainOnClose } from "./drain.ts";
import { createExecutor } from "./execute.ts";
import { JSON_TYPE, refuse, sendError } from "./refuse.ts";
import { registerApi } from "./routes.ts";
import { createSubscriptions } from "./subscriptions.ts";

export type GatewayOptions = {
  redisUrl: string;
  token: string;
  /** Runs read commands and subscribes; without it there is no second token. */
  readOnlyToken?: string | undefined;
  bodyLimitBytes: number;
  log: Logger;
};

/** Longer than the idle time of clients, so that none reuses a connection that is being closed. */
const KEEP_ALIVE_MS = 65_000;
/** A request that takes longer to arrive is not waited for. */
const REQUEST_MS = 30_000;

/**
 * Builds the gateway; it connects to Redis at once and listens only when told to. `close()` ends the
 * streams, lets running requests finish, then leaves Redis.
 */
export function buildGateway(options: GatewayOptions): FastifyInstance {
  const { log } = options;
  const app = Fastify({
    bodyLimit: options.bodyLimitBytes,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: "idle",
    frameworkErrors: (error, _request, reply) => refuse(error, reply, log),
  });
  const connection = createConnection(options.redisUrl, log);
  const subscriptions = createSubscriptions(options.redisUrl, log);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, _request, reply) => refuse(error, reply, log));
  app.setNotFoundHandler((_request, reply) => sendError(reply, 405, "ERR method not allowed"));
  drainOnClose(app);
  app.addHook("preClose", async () => subscriptions.close());
  app.addHook("onClose", async () => connection.close());

  app.get("/healthz", async (_request, reply) => {
    const isReachable = await connection.isReachable();
    const json = JSON.stringify({ status: isReachable ? "ok" : "redis unreachable" });
    return reply
      .code(isReachable ? 200 : 503)
      .type(JSON_TYPE)
      .send(json);
  });
  app.register(async (api) =>
    registerApi(api, {
      authenticate: createAuthenticator(options.token, options.readOnlyToken),
      execute: createExecutor(connection),
      subscriptions,
      // One Redis stands behind, so a read sees every earlier write; clients only hand the token back.
      headers: { "upstash-sync-token": randomUUID() },
      log,
    }),
  );
  return app;
}
