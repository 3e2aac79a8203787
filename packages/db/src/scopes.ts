/** What an API client may be allowed to do; an application at most what its user may. */
export const scopes = [
  "catalog:write",
  "inventory:read",
  "inventory:write",
  "orders:read",
  "orders:write",
  "promotions:write",
  "reviews:moderate",
  "feedback:read",
  "events:read",
  "webhooks:write",
  "clients:write",
  "audit:read",
] as const;

/**
 * A user gives them to an application: to act for them in what is theirs, and, apart from that, to end it. No client has one by
 * itself.
 */
export const userScopes = ["account", "account:erase"] as const;

export type Scope = (typeof scopes)[number] | (typeof userScopes)[number];

export const roles = ["shopper", "staff", "admin"] as const;

export type Role = (typeof roles)[number];
