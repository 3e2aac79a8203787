import { join } from "node:path";
import { createClient } from "@meridian/db/client.ts";
import {
  createLaneClient,
  createRedis,
  describeError,
  Lanes,
  nudgeChannel,
  openStripe,
  type RootContext,
  systemClock,
} from "@meridian/api/server.ts";
import { pino } from "pino";
import { readEnv, type Env } from "./env.ts";
import { jobs } from "./jobs.ts";
import { mailFiles } from "./mail/files.ts";
import { smtp } from "./mail/smtp.ts";
import { createMetrics } from "./metrics.ts";
import { startRelay } from "./relay.ts";
import { repeat } from "./repeat.ts";
import { revalidateWeb, revalidateWebAgain } from "./revalidate.ts";
import { buildHealthServer } from "./server.ts";
import { startWebhooks } from "./webhooks/deliver.ts";
import { Sender } from "./webhooks/sender.ts";

const env = readEnvOrExit();
const log = pino({
  level: env.LOG_LEVEL,
  base: { app: "worker" },
  serializers: { err: describeError },
});
const applicationName = "meridian-worker";
const db = createClient(env.DATABASE_URL, { max: 8, applicationName });
const laneDb = createLaneClient(env.DATABASE_URL, applicationName);
const redis = createRedis({ url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN });
const metrics = createMetrics(db);
const mails =
  env.SMTP_URL === undefined
    ? mailFiles(join(env.MERIDIAN_DATA, "mails"), log)
    : smtp({ url: env.SMTP_URL, from: env.MAIL_FROM });

/** Links in mails lead there. */
const shopUrl = env.WEB_ORIGIN?.split(",")[0]?.trim() ?? `http://localhost:${env.WEB_PORT}`;
const stripe =
  env.STRIPE_SECRET_KEY === undefined
    ? undefined
    : await openStripe({
        db,
        secretKey: env.STRIPE_SECRET_KEY,
        apiUrl: env.STRIPE_API_URL,
        timeoutMs: env.PAYMENT_TIMEOUT_MS,
        returnTo: () => shopUrl,
      });
const base: Omit<RootContext, "lanes"> = {
  db,
  actor: { kind: "guest" },
  clock: systemClock,
  log,
  settings: {
    shopUrl,
    holdSeconds: env.HOLD_SECONDS,
    paymentTimeoutMs: env.PAYMENT_TIMEOUT_MS,
    paymentActionSeconds: env.PAYMENT_ACTION_SECONDS,
    surveyOrderHours: env.SURVEY_ORDER_HOURS,
    surveyCartHours: env.SURVEY_CART_HOURS,
    surveyPauseDays: env.SURVEY_PAUSE_DAYS,
    publicApiUrl: env.API_PUBLIC_URL?.replace(/\/$/, "") ?? `http://localhost:${env.API_PORT}`,
  },
  payments: stripe && { stripe: stripe.provider },
  nudge: () => void redis.publish(nudgeChannel, "worker").catch(() => {}),
};
const ctx: RootContext = { ...base, lanes: new Lanes({ ...base, db: laneDb }) };

let led: readonly number[] = [];
const running = [
  startRelay({
    db,
    databaseUrl: env.DATABASE_URL,
    redis,
    log,
    metrics,
    onLeading: (shards) => (led = shards),
  }),
  startWebhooks({
    ctx,
    redis,
    log,
    registry: metrics.registry,
    sender: new Sender({ allowsLocal: env.WEBHOOKS_TO_LOCAL === "1" }),
    shardsLed: () => led,
  }),
  ...jobs(ctx, db, {
    retentionDays: env.EVENT_RETENTION_DAYS,
    paymentTimeoutMs: env.PAYMENT_TIMEOUT_MS,
    mails,
    shopUrl,
  }).map((job) =>
    repeat(job.name, job.everyMs, log, async () => {
      const settled = await job.run();
      if (settled > 0) metrics.settled.inc({ job: job.name }, settled);
      return settled >= job.batch;
    }),
  ),
  ...startRevalidation(env),
];

const health = buildHealthServer({ db, metrics });
await health.listen({ host: env.HOST, port: env.WORKER_PORT });
log.info({ port: env.WORKER_PORT }, "worker ready");

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());

/** Lets what is under way end, then goes. What is not begun is found in the tables by the next worker. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({}, "worker stopping");
  // A run that hangs must not keep the process: every job can be repeated.
  setTimeout(() => process.exit(1), 10_000).unref();
  await Promise.all([...running.map((repetition) => repetition.stop()), health.close()]);
  mails.close();
  await Promise.all([db, laneDb].map(({ $client }) => $client.end({ timeout: 2 })));
  process.exit(0);
}

function startRevalidation({ WEB_URL, REVALIDATE_SECRET }: Env) {
  if (WEB_URL === undefined || REVALIDATE_SECRET === undefined) return [];
  const web = { url: WEB_URL, secret: REVALIDATE_SECRET };
  return [
    repeat("revalidate-web", 300, log, async () => (await revalidateWeb(db, web)) > 0),
    repeat("revalidate-web-again", 300, log, async () => (await revalidateWebAgain(db, web)) > 0),
  ];
}

function readEnvOrExit(): Env {
  try {
    return readEnv();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
