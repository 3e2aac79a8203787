import { createHash } from "node:crypto";

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
/** 2026-01-01T00:00:00Z as the ten characters that a ULID begins with. */
const EPOCH = "01kdvdna00";

/** 64 bits that depend on `key` alone: the demo shop's dice. */
function digest(key: string): bigint {
  return createHash("sha256").update(key).digest().readBigUInt64BE();
}

/** An integer from 0 to `below` - 1 that depends on `key` alone. */
export function pick(key: string, below: number): number {
  return Number(digest(key) % BigInt(below));
}

/** The id of a demo row: ULID-shaped, the same on every machine and in every run. */
export function stableId(prefix: string, key: string): string {
  const hash = createHash("sha256").update(`${prefix}:${key}`).digest();
  const random = Array.from(hash.subarray(0, 16), (byte) => CROCKFORD[byte & 31]).join("");
  return `${prefix}_${EPOCH}${random}`;
}
