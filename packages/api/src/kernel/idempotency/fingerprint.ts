import { createHash } from "node:crypto";

/**
 * SHA-256 of an input without its idempotency key; the order of members does not matter. Without a password, either: a fast
 * digest of one would be as good as the password.
 */
export function fingerprint(input: unknown): string {
  const {
    idempotencyKey: _,
    password: _password,
    ...rest
  } = (input ?? {}) as Record<string, unknown>;
  return createHash("sha256").update(canonical(rest)).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}
