import { createServer } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import fastifyCompress from "@fastify/compress";
import fastifyCookie from "@fastify/cookie";
import {
  createLiveSource,
  EventFeed,
  Lanes,
  WaitingLine,
  type Clock,
  type LiveHub,
  type LogFollower,
  type NewEvent,
  type Stripe,
} from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import type { Redis } from "@upstash/redis";
import Fastify, { LogController, type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { createAdmission, type Admission } from "./admission/admission.ts";
import { createAuth, type Auth } from "./auth/auth.ts";
import { oauthPlugin } from "./auth/oauth.ts";
import { createAuthorize } from "./auth/pages/authorize.ts";
import { accountPages } from "./auth/pages/plugin.ts";
import { refuseCrossSiteWrites } from "./auth/same-site.ts";
import { createContextOf } from "./context.ts";
import { Drain } from "./drain.ts";
import type { Config } from "./env.ts";
import { admitsEventStream } from "./http/accept.ts";
import { limitBodyTime } from "./http/body-time.ts";
import { requestIdOf } from "./http/request-id.ts";
import { keepReads, type Kept } from "./kept/kept.ts";
import { countByAddress, limited } from "./limits/limited-context.ts";
import { RateLimits } from "./limits/rate-limits.ts";
import { shareCounts } from "./limits/share-counts.ts";
import { createNudge } from "./nudge.ts";
import { bulkPlugin, isImportFile } from "./plugins/bulk/plugin.ts";
import { addCors } from "./plugins/cors.ts";
import { docsPlugin } from "./plugins/docs/plugin.ts";
import { addHeaders } from "./plugins/headers.ts";
import { addHealth } from "./plugins/health.ts";
import { restDialect } from "./plugins/live/dialects.ts";
import { restInput } from "./plugins/live/input.ts";
import { LiveStreams } from "./plugins/live/streams.ts";
import { mediaPlugin } from "./plugins/media.ts";
import { watchMethods } from "./plugins/methods.ts";
import { addMetrics } from "./plugins/metrics.ts";
import { addRequestLog } from "./plugins/request-log.ts";
import { restPlugin, restPrefix } from "./plugins/rest/plugin.ts";
import { stripePlugin } from "./plugins/stripe/plugin.ts";
import { testProviderPlugin } from "./plugins/test-provider/plugin.ts";
import { trpcPlugin } from "./plugins/trpc.ts";
import { answerClientError, bodyLate } from "./problem/client-error.ts";
import { handleErrors, sendProblem } from "./problem/handler.ts";
import { maxBodyBytes, notAcceptable } from "./problem/refusals.ts";

export const applicationName = "meridian-api";

export type ServerDependencies = {
  config: Config;
  router: AnyTRPCRouter;
  db: Database;
  /** For the lanes, and for nothing else. */
  laneDb: Database;
  redis: Redis;
  /** Started by the caller; never needs to be for a server that serves no streams. */
  hub: LiveHub;
  /** Started by the caller; until then nothing is kept. */
  follower: LogFollower;
  clock: Clock;
  log: Logger;
  /** Absent where the shop is not paid with it. */
  stripe?: Stripe | undefined;
};

const liveStreamPath = `${restPrefix}/live`;

declare module "fastify" {
  interface FastifyInstance {
    drain: Drain;
  }
}

/** The whole API, listening to nothing yet: for `listen` or `inject`. Closing it leaves the pool open. */
export async function buildServer(deps: ServerDependencies): Promise<FastifyInstance> {
  const { config, db, redis, log } = deps;
  const admission = createAdmission(deps.router, config.databasePool * 2, log);
  const app = createFastify(config, log, admission);
  app.addHook("onClose", async () => admission.close());
  const drain = new Drain();
  app.decorate("drain", drain);
  const answerMissingMethods = watchMethods(app);

  handleErrors(app);
  addHeaders(app, () => drain.isDraining);
  addCors(app, config.webOrigins);
  addRequestLog(app);
  addMetrics(app, db, applicationName);
  admission.countIn(app.metrics);
  const auth = createAuth(deps);
  const limits = new RateLimits(config.quotas, deps.clock);
  const stopSharing = shareCounts({ ...deps, limits });
  app.addHook("onClose", async () => stopSharing());
  const kept = keepReads(app, {
    ...deps,
    limits,
    tokens: auth.tokens,
    isClosing: () => drain.isDraining,
  });
  await app.register(fastifyCookie);
  refuseCrossSiteWrites(app, {
    ...deps,
    webOrigins: config.webOrigins,
    streamPaths: [liveStreamPath],
  });
  // Bodies are never inflated (a bomb), and streams are never compressed (a buffer).
  await app.register(fastifyCompress, {
    globalDecompression: false,
    customTypes:
      /^(?:application\/(?:problem\+)?json|text\/(?!event-stream)|application\/javascript|image\/svg)/,
  });

  app.server.on("checkExpectation", (request, response) => {
    app.server.emit("request", request, response);
  });
  await addFaces(app, { ...deps, limits, kept, auth });
  await app.register(mediaPlugin, { directory: config.mediaDirectory });
  addHealth(app, { db, redis, drain });
  answerMissingMethods();
  return app;
}

type FaceDependencies = ServerDependencies & { limits: RateLimits; kept: Kept; auth: Auth };

async function addFaces(app: FastifyInstance, deps: FaceDependencies): Promise<void> {
  const { config, router, db, clock, redis, log, limits, kept, auth } = deps;
  const wake = createNudge(redis, log);
  const nudge = (events: readonly NewEvent[] = []) => {
    kept.committed(events);
    wake();
  };
  const { settings, webOrigins } = config;
  const actor = { kind: "guest" } as const;
  const events = new EventFeed(deps);
  // Streams end in slices before that.
  app.drain.onDrain(async (overMs) => {
    await delay(overMs);
    events.close();
  });
  app.addHook("preClose", async () => events.close());
  const context = {
    ...deps,
    live: createLiveSource(deps.hub),
    events,
    line: new WaitingLine(redis, config.authSecret),
    settings,
    payments: deps.stripe && { stripe: deps.stripe.provider },
    lanes: new Lanes({ db: deps.laneDb, actor, clock, log, nudge, settings }),
    nudge,
    actorOf: auth.actorOf,
    signIn: auth.signIn,
    whileAllowed: auth.standing.whileAllowed.bind(auth.standing),
  };
  app.addHook("onClose", async () => auth.standing.close());
  const counted = limited(limits, config.trustProxy);
  const streams = new LiveStreams(deps.hub);
  app.addHook("onClose", async () => streams.close());
  const contextOf = counted(createContextOf(context, { withCookies: false }));
  await app.register(restPlugin, { prefix: restPrefix, router, kept, contextOf });
  const withCookies = counted(createContextOf(context, { withCookies: true }));
  await app.register(bulkPlugin, { prefix: restPrefix, db: deps.db, router, contextOf });
  await app.register(trpcPlugin, {
    prefix: "/trpc",
    router,
    streams,
    kept,
    contextOf: withCookies,
  });
  // The storefront watches here, too: a signed-in shopper's cart is shown to their session.
  app.get(liveStreamPath, async (request, reply) => {
    const ctx = await withCookies(request, reply);
    if (!admitsEventStream(request.headers.accept)) throw notAcceptable("text/event-stream");
    return streams.open(request, reply, restInput(request), restDialect, ctx);
  });
  await app.register(async (faceless) => {
    faceless.addHook("onRequest", countByAddress(limits, config.trustProxy));
    await faceless.register(oauthPlugin, { ...auth, db });
    await faceless.register(docsPlugin, { router, publicUrl: config.publicUrl });
  });
  const authorize = createAuthorize(auth);
  await app.register(accountPages, { authorize, db, webOrigins, contextOf: withCookies });
  if (config.settings.hasTestPayments) {
    await app.register(testProviderPlugin, { contextOf, webOrigins });
  }
  const webhookSecret = config.stripe?.webhookSecret;
  if (deps.stripe && webhookSecret !== undefined)
    await app.register(stripePlugin, { ...deps.stripe, webhookSecret, contextOf });
}

/** Node's server and not Fastify's own, so that the gate stands before everything. */
function createFastify(config: Config, log: Logger, admission: Admission): FastifyInstance {
  return Fastify({
    serverFactory: (listener) => {
      const late = Object.assign(new Error("a body did not arrive"), { code: bodyLate });
      const giveUp = (socket: Socket) => void server.emit("clientError", late, socket);
      const server = createServer(
        {
          // Bodies have a limit of their own; long polls and streams answer for as long as they like.
          requestTimeout: 0,
          headersTimeout: 30_000,
          keepAliveTimeout: 72_000,
          // Node's own refusals of these have no body; here they are requests like others.
          maxHeaderSize: 32 * 1024,
          requireHostHeader: false,
        },
        limitBodyTime(admission.guard(listener), { isFile: isImportFile, giveUp }),
      );
      return server;
    },
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: maxBodyBytes,
    forceCloseConnections: "idle",
    // What arrives on an open connection during a stop is still answered.
    return503OnClosing: false,
    // A batch of procedures is one path segment; the address as a whole has its own limit.
    routerOptions: { maxParamLength: 8_192 },
    genReqId: requestIdOf,
    frameworkErrors: (error, request, reply) => {
      reply.header("x-request-id", request.id);
      return sendProblem(error, request, reply);
    },
    clientErrorHandler: answerClientError,
  }) as unknown as FastifyInstance;
}
