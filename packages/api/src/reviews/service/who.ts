import type { Actor } from "../../kernel/context.ts";

/** Null: a client of the shop, or nobody. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === "user" ? actor.id : null;
}

export function isModerator(actor: Actor): boolean {
  return actor.kind !== "guest" && actor.scopes.has("reviews:moderate");
}
