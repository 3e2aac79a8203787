import { z } from "zod";

const Environment = z.object({
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).default("redis://127.0.0.1:6379"),
  HOST: z.string().min(1).default("127.0.0.1"),
  GATEWAY_PORT: z.coerce.number().int().min(0).max(65_535).default(8079),
  GATEWAY_TOKEN: z.string().min(16),
  GATEWAY_READONLY_TOKEN: z.string().min(16).optional(),
  GATEWAY_BODY_LIMIT_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(10 * 1024 * 1024),
  GATEWAY_LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info"),
});

/** The gateway's settings. An empty variable counts as unset. */
export type Env = z.infer<typeof Environment>;

/**
 * Reads the settings from the process environment.
 * @throws Error that names each wrong variable and never prints its value (it may be a token)
 */
export function readEnv(source: NodeJS.Dict<string> = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(present);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The gateway's environment is wrong. ${problems.join("; ")}`);
}
