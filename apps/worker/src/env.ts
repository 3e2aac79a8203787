import { z } from "zod";

const Env = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    HOST: z.string().default("127.0.0.1"),
    WORKER_PORT: z.coerce.number().int().min(0).max(65535).default(4100),
    DATABASE_URL: z.url(),
    UPSTASH_REDIS_REST_URL: z.url(),
    UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
    /** Where the storefront is told what to read anew; absent: nobody is told. */
    WEB_URL: z.url().optional(),
    REVALIDATE_SECRET: z.string().min(16).optional(),
    /** Where browsers reach the storefront, the address for mails first, comma-separated; as the API has it. */
    WEB_ORIGIN: z.string().optional(),
    WEB_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    API_PORT: z.coerce.number().int().min(0).max(65535).default(4000),
    /** Where browsers reach the API. */
    API_PUBLIC_URL: z.url().optional(),
    MERIDIAN_DATA: z.string().default(".data"),
    HOLD_SECONDS: z.coerce.number().int().min(1).default(600),
    PAYMENT_TIMEOUT_MS: z.coerce.number().int().min(1).default(10_000),
    PAYMENT_ACTION_SECONDS: z.coerce.number().int().min(1).default(900),
    SURVEY_ORDER_HOURS: z.coerce.number().int().min(0).default(72),
    SURVEY_CART_HOURS: z.coerce.number().int().min(0).default(24),
    SURVEY_PAUSE_DAYS: z.coerce.number().int().min(0).default(30),
    /** As the API has it: what was begun with Stripe is settled, and paid back. */
    STRIPE_SECRET_KEY: z.string().min(1).optional(),
    STRIPE_API_URL: z.url().default("https://api.stripe.com"),
    EVENT_RETENTION_DAYS: z.coerce.number().int().min(1).default(30),
    /** Where mails are handed over: smtps://user:password@host:465. Without it they become files, which only a demo shop may. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Who they are from: `Shop <shop@example.com>`. */
    MAIL_FROM: z.string().includes("@").default("Meridian <shop@localhost>"),
    /** "1": the shop holds demo data. */
    MERIDIAN_DEMO: z.enum(["0", "1"]).default("0"),
    /** "1": webhooks may lead to this machine itself, for who develops a receiver. */
    WEBHOOKS_TO_LOCAL: z.enum(["0", "1"]).default("0"),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .refine(
    (env) =>
      env.SMTP_URL !== undefined || env.NODE_ENV !== "production" || env.MERIDIAN_DEMO === "1",
    {
      path: ["SMTP_URL"],
      error: "a shop in production sends its mails by SMTP; without it nobody could register",
    },
  )
  .refine((env) => env.SMTP_URL === undefined || !env.MAIL_FROM.includes("@localhost"), {
    path: ["MAIL_FROM"],
    error: "mails that are sent need a sender: Shop <shop@example.com>",
  });

export type Env = z.infer<typeof Env>;

/** @throws with one line per variable that is missing or wrong. */
export function readEnv(source: NodeJS.Dict<string> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The worker's environment is not right:\n${lines.join("\n")}`);
}
