import { ulid } from "ulid";

/** An id as the rest of the shop makes them: a prefix and a lower-case ULID. */
export function newId(prefix: "prod" | "opt" | "var" | "img" | "cat" | "loc" | "evt"): string {
  return `${prefix}_${ulid().toLowerCase()}`;
}
