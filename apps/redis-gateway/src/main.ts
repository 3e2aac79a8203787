import { pino } from "pino";
import { readEnv } from "./env.ts";
import { buildGateway } from "./server.ts";

/** A drain that takes longer than this is cut short. */
const DRAIN_MS = 10_000;

const env = readEnv();
const log = pino({ name: "redis-gateway", level: env.GATEWAY_LOG_LEVEL });
const gateway = buildGateway({
  redisUrl: env.REDIS_URL,
  token: env.GATEWAY_TOKEN,
  readOnlyToken: env.GATEWAY_READONLY_TOKEN,
  bodyLimitBytes: env.GATEWAY_BODY_LIMIT_BYTES,
  log,
});

async function shutDown(signal: NodeJS.Signals) {
  log.info({ signal }, "draining");
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  await gateway.close();
  log.info("stopped");
}
process.once("SIGTERM", shutDown);
process.once("SIGINT", shutDown);

try {
  const address = await gateway.listen({ host: env.HOST, port: env.GATEWAY_PORT });
  log.info({ address }, "listening");
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const isTaken = code === "EADDRINUSE";
  log.fatal(isTaken ? `port ${env.GATEWAY_PORT} (GATEWAY_PORT) is taken` : message);
  await gateway.close();
  process.exitCode = 1;
}
