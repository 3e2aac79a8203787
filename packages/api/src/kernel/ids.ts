import { ulid } from "ulid";
import { z } from "zod";

export const idPrefixes = [
  "prod",
  "opt",
  "var",
  "img",
  "cat",
  "col",
  "loc",
  "cart",
  "chk",
  "pay",
  "ord",
  "hold",
  "evt",
  "whk",
  "job",
  "rfd",
  "ret",
  "usr",
  "adr",
  "promo",
  "ctb",
  "wat",
  "wish",
  "svy",
] as const;

export type IdPrefix = (typeof idPrefixes)[number];

/**
 * A new id: the prefix, `_`, and a lower-case ULID. It sorts by time, which keeps index pages
 * together, and holds 80 random bits, which makes it unguessable: a cart id is its holder's key.
 */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${ulid(undefined, randomShare).toLowerCase()}`;
}

const pool = new Uint8Array(4096);
let used = pool.length;

/** As \`ulid\` draws by itself, from 0 to below 1; but it asks the system anew for each of its 16 characters. */
function randomShare(): number {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  return (pool[used++] ?? 0) / 256;
}

const ulidPattern = "[0-9a-hjkmnp-tv-z]{26}";

/** Schema of an id with this prefix; anything else is malformed before it reaches a query. */
export function id(prefix: IdPrefix) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_${ulidPattern}$`), `must be an id that begins with ${prefix}_`);
}
