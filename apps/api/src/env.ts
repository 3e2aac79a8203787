import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import proxyAddress from "@fastify/proxy-addr";
import { z } from "zod";
import { QuotaSettings } from "./limits/policies.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const seconds = (fallback: number) => z.coerce.number().int().min(1).default(fallback);
const origins = z
  .string()
  .transform((list) => list.split(",").map((entry) => entry.trim()))
  .pipe(z.array(z.url().transform((url) => new URL(url).origin)));

/** Whether a proxy is believed whom it was asked by: `hop` is 0 for the one that is connected to this process. */
export type TrustProxy = ((address: string, hop: number) => boolean) | false;

function toProxies(text: string): TrustProxy {
  if (!/^\d+$/.test(text))
    return proxyAddress.compile(text.split(",").map((entry) => entry.trim()));
  const count = Number(text);
  return count > 0 && ((_address, hop) => hop < count);
}

const Environment = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    HOST: z.string().default("127.0.0.1"),
    API_PORT: port(4000),
    WEB_PORT: port(3000),
    /** Where the storefront's pages come from, comma-separated: their writes by cookie are let in. */
    WEB_ORIGIN: origins.optional(),
    /** Origin under which browsers reach this API. */
    API_PUBLIC_URL: z.url().optional(),
    DATABASE_URL: z.url(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
    UPSTASH_REDIS_REST_URL: z.url(),
    UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
    MERIDIAN_DATA: z.string().default(".data"),
    /** Encrypts the keys that sign access tokens; the same in every process, and kept. */
    AUTH_SECRET: z.string().min(32),
    /** An API client with all scopes, for scripts against the demo shop. */
    MERIDIAN_DEMO_CLIENT_ID: z.string().min(1).optional(),
    MERIDIAN_DEMO_CLIENT_SECRET: z.string().min(32).optional(),
    /** A static bearer token with all scopes, for scripts against the demo shop. */
    MERIDIAN_DEMO_TOKEN: z.string().min(16).optional(),
    /** "1": the shop holds demo data, so that its client, its token and the test provider may be used even in production mode. */
    MERIDIAN_DEMO: z.enum(["0", "1"]).default("0"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
    HOLD_SECONDS: seconds(600),
    /** Memory for what is kept of public reads. */
    KEPT_READS_MB: z.coerce.number().int().min(1).default(64),
    PAYMENT_TIMEOUT_MS: z.coerce.number().int().min(1).default(10_000),
    PAYMENT_ACTION_SECONDS: seconds(900),
    /** `sk_...`: shoppers may pay by Stripe. */
    STRIPE_SECRET_KEY: z.string().min(1).optional(),
    /** `whsec_...`, of the endpoint `/stripe/notices`. */
    STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
    /** `pk_...`, for front ends with Stripe's form. */
    STRIPE_PUBLISHABLE_KEY: z.string().min(1).optional(),
    STRIPE_API_URL: z.url().default("https://api.stripe.com"),
    /** "1": webhooks may lead to this machine itself, for who develops a receiver. */
    WEBHOOKS_TO_LOCAL: z.enum(["0", "1"]).default("0"),
    /** How long a stop may take: streams end in slices over the first half of it. */
    DRAIN_SECONDS: seconds(5),
    /** How long readiness fails before anything ends, so that a balancer can notice. */
    DRAIN_NOTICE_SECONDS: z.coerce.number().int().min(0).default(0),
    /**
     * Proxies in front, each of which adds to X-Forwarded-For who asked it: how many, where nobody else reaches this port,
     * or their addresses (with CIDR), comma-separated. "0": what these headers say is not believed.
     */
    TRUST_PROXY: z.string().transform(toProxies).default(false),
    /** `NAME=REQUESTS/SECONDS,...` for limits that are to differ from limits/policies.ts. */
    RATE_LIMITS: QuotaSettings.prefault(""),
  })
  .transform((env) => ({
    nodeEnv: env.NODE_ENV,
    host: env.HOST,
    port: env.API_PORT,
    webOrigins: env.WEB_ORIGIN ?? [
      `http://localhost:${env.WEB_PORT}`,
      `http://127.0.0.1:${env.WEB_PORT}`,
    ],
    publicUrl: env.API_PUBLIC_URL?.replace(/\/$/, "") ?? `http://localhost:${env.API_PORT}`,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    redis: { url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN },
    mediaDirectory: resolve(root, env.MERIDIAN_DATA, "media"),
    authSecret: env.AUTH_SECRET,
    demoClient: hasDemo(env) ? demoClientOf(env) : undefined,
    demoToken: hasDemo(env) ? env.MERIDIAN_DEMO_TOKEN : undefined,
    logLevel: env.LOG_LEVEL ?? (env.NODE_ENV === "test" ? "silent" : "info"),
    keptBytes: env.KEPT_READS_MB * 1024 * 1024,
    settings: {
      holdSeconds: env.HOLD_SECONDS,
      paymentTimeoutMs: env.PAYMENT_TIMEOUT_MS,
      paymentActionSeconds: env.PAYMENT_ACTION_SECONDS,
      publicApiUrl: env.API_PUBLIC_URL?.replace(/\/$/, "") ?? `http://localhost:${env.API_PORT}`,
      shopUrl: env.WEB_ORIGIN?.[0] ?? `http://localhost:${env.WEB_PORT}`,
      allowsLocalWebhooks: env.WEBHOOKS_TO_LOCAL === "1",
      hasTestPayments: hasDemo(env),
    },
    stripe: stripeOf(env),
    drainMs: env.DRAIN_SECONDS * 1000,
    drainNoticeMs: env.DRAIN_NOTICE_SECONDS * 1000,
    trustProxy: env.TRUST_PROXY,
    quotas: env.RATE_LIMITS,
  }));

type StripeEnvironment = {
  STRIPE_SECRET_KEY?: string | undefined;
  STRIPE_WEBHOOK_SECRET?: string | undefined;
  STRIPE_PUBLISHABLE_KEY?: string | undefined;
  STRIPE_API_URL: string;
};

function stripeOf(env: StripeEnvironment) {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl } = env;
  const { STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_PUBLISHABLE_KEY: publishableKey } = env;
  return secretKey === undefined ? undefined : { secretKey, webhookSecret, publishableKey, apiUrl };
}

type DemoEnvironment = {
  NODE_ENV: string;
  MERIDIAN_DEMO: "0" | "1";
  MERIDIAN_DEMO_CLIENT_ID?: string | undefined;
  MERIDIAN_DEMO_CLIENT_SECRET?: string | undefined;
};

/** What is printed for everybody to use opens no real shop. */
function hasDemo(env: DemoEnvironment): boolean {
  return env.NODE_ENV !== "production" || env.MERIDIAN_DEMO === "1";
}

function demoClientOf(env: DemoEnvironment): { id: string; secret: string } | undefined {
  const { MERIDIAN_DEMO_CLIENT_ID: id, MERIDIAN_DEMO_CLIENT_SECRET: secret } = env;
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** What the environment decides for this process. */
export type Config = z.output<typeof Environment>;

/** @throws Error that names every variable that is missing or wrong, never their values. */
export function readConfig(source: NodeJS.Dict<string> = process.env): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The API's environment is not right. ${problems.join("; ")}`);
}
