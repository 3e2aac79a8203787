/** Secrets and signatures of Standard Webhooks (github.com/standard-webhooks, 1.0). */
import { createHmac, randomBytes } from "node:crypto";
import type { StoredSecret } from "@meridian/db/schema.ts";

const prefix = "whsec_";

export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString("base64")}`;
}

/** Those that sign at this moment, the newest first. */
export function validSecrets(secrets: readonly StoredSecret[], now: Date): StoredSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || new Date(expiresAt) > now);
}

/**
 * What a message carries beside its body: id, time and one signature for each secret, so that a receiver may have
 * any of them. The time is signed too: an old message can't be sent again by others.
 */
export function signedHeaders(
  message: { id: string; body: string },
  secrets: readonly StoredSecret[],
  now: Date,
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const content = `${message.id}.${timestamp}.${message.body}`;
  const signatures = validSecrets(secrets, now).map(({ value }) => {
    const key = Buffer.from(value.slice(prefix.length), "base64");
    return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
  });
  return {
    "webhook-id": message.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
