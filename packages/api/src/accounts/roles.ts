import { roles, scopes, userScopes, type Role, type Scope } from "@meridian/db/scopes.ts";

const own: ReadonlySet<Scope> = new Set(userScopes);
const admins: ReadonlySet<Scope> = new Set(["clients:write", "audit:read"]);
const all: ReadonlySet<Scope> = new Set([...userScopes, ...scopes]);
const staff: ReadonlySet<Scope> = new Set([...all].filter((scope) => !admins.has(scope)));

/** What somebody of this role may do; an application in their name at most that. */
export function scopesOf(role: Role): ReadonlySet<Scope> {
  return { shopper: own, staff, admin: all }[role];
}

/** A role that is not known is the least one. */
export function toRole(text: unknown): Role {
  return roles.find((role) => role === text) ?? "shopper";
}
