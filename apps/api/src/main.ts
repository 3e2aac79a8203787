import {
  appRouter,
  createLaneClient,
  createRedis,
  Lanes,
  LiveHub,
  LogFollower,
  systemClock,
} from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import { bufferedStdout } from "./buffered-stdout.ts";
import { readConfig } from "./env.ts";
import { createLog } from "./log.ts";
import { stripeOf } from "./stripe.ts";
import { applicationName, buildServer } from "./server.ts";
import { stopOnSignal } from "./stop.ts";
import { withTrustedOutput } from "./trusted-output.ts";

const config = readConfig();
const log = createLog(config.logLevel, bufferedStdout());
const db = createClient(config.databaseUrl, { max: config.databasePool, applicationName });
const redis = createRedis(config.redis);
const clock = systemClock;
const laneDb = createLaneClient(config.databaseUrl, applicationName);
const guest = { db, clock, log, actor: { kind: "guest" }, nudge() {} } as const;
const context = { ...guest, lanes: new Lanes({ ...guest, db: laneDb }) };
const follower = new LogFollower({ db, redis, log });
const hub = new LiveHub({ db, follower, context });

const stripe = await stripeOf(config, db);

const router = config.nodeEnv === "production" ? withTrustedOutput(appRouter) : appRouter;
const app = await buildServer({
  config,
  router,
  db,
  laneDb,
  redis,
  hub,
  follower,
  clock,
  log,
  stripe,
});
app.drain.onDrain((overMs) => hub.drain(overMs));
stopOnSignal({
  app,
  log,
  noticeMs: config.drainNoticeMs,
  drainMs: config.drainMs,
  close: async () => {
    hub.stop();
    follower.stop();
    await Promise.all([db, laneDb].map(({ $client }) => $client.end({ timeout: 2 })));
  },
});
await follower.start();
await app.listen({ host: config.host, port: config.port });
log.info({ host: config.host, port: config.port }, "API ready");
