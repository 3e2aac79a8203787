/** What an API client may be allowed to do; an application at most what its user may. */
export const scopes = [
  "catalog:write",
  "inventory:read",
  "inventory:write",
  "orders:read",
  "orders:write",
  "promotions:write",
  "reviews:moderate",
  "events:read",
  "webhooks:write",
  "clients:write",
  "audit:read",
] as const;

/** A user gives it to an application: to act for them in what is theirs. No client has it by itself. */
export const userScope = "account";

export type Scope = (typeof scopes)[number] | typeof userScope;

export const roles = ["shopper", "staff", "admin"] as const;

export type Role = (typeof roles)[number];
