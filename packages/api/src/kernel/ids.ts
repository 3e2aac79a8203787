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
  "rfd",
] as const;

export type IdPrefix = (typeof idPrefixes)[number];

/**
 * A new id: the prefix, `_`, and a lower-case ULID. It sorts by time, which keeps index pages
 * together, and holds 80 random bits, which makes it unguessable: a cart id is its holder's key.
 */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${ulid().toLowerCase()}`;
}

const ulidPattern = "[0-9a-hjkmnp-tv-z]{26}";

/** Schema of an id with this prefix; anything else is malformed before it reaches a query. */
export function id(prefix: IdPrefix) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_${ulidPattern}$`), `must be an id that begins with ${prefix}_`);
}
