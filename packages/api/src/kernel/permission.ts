import type { Scope } from "@meridian/db/scopes.ts";
import type { Actor } from "./context.ts";
import { DomainError } from "./errors.ts";
import type { RestOptions } from "./rest.ts";

/**
 * @throws unauthenticated `auth.token_required`, forbidden `auth.user_required`
 * @throws forbidden `auth.scope_missing` {scope}
 */
export function requirePermission(
  actor: Actor,
  { scope, orScope, user, own }: Pick<RestOptions, "scope" | "orScope" | "user" | "own"> = {},
): void {
  if (scope === undefined && user === undefined) return;
  if (actor.kind === "guest") {
    throw new DomainError("unauthenticated", "auth.token_required", {
      message: "This needs an access token, or somebody who is signed in.",
    });
  }
  const isOwn = user === true || (own === true && actor.kind === "user" && !has(actor, scope));
  if (isOwn) requireUser(actor, user === true ? scope : undefined);
  else if (scope !== undefined && !has(actor, scope) && !has(actor, orScope))
    throw scopeMissing(scope, orScope);
}

/** @param further what this needs beside `account` */
function requireUser(actor: Exclude<Actor, { kind: "guest" }>, further?: Scope): void {
  if (actor.kind !== "user") {
    throw new DomainError("forbidden", "auth.user_required", {
      message: "This is a user's own, and the token is no user's.",
    });
  }
  if (!has(actor, "account")) throw scopeMissing("account");
  if (further !== undefined && !has(actor, further)) throw scopeMissing(further);
}

/** The account that a token or a request speaks for is no more; the token itself ends by its time. */
export function userGone(cause?: unknown): DomainError {
  return new DomainError("unauthenticated", "auth.token_invalid", {
    message: "The account of this token is gone.",
    cause,
  });
}

function has({ scopes }: { scopes: ReadonlySet<Scope> }, scope: Scope | undefined): boolean {
  return scope !== undefined && scopes.has(scope);
}

function scopeMissing(scope: Scope, or?: Scope): DomainError {
  return new DomainError("forbidden", "auth.scope_missing", {
    message: `This needs the scope ${scope}${or === undefined ? "" : ` or ${or}`}.`,
    details: { scope },
  });
}
