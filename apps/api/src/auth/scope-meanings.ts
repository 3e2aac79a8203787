import type { Scope } from "@meridian/api/server.ts";

/** What each scope opens, for who grants it. */
export const scopeMeanings: Record<Scope, string> = {
  account:
    "Act for a user in their own account: profile, addresses, cart and orders, also to copy it",
  "account:erase": "Erase a user's account for good, beside `account`",
  "catalog:write": "Manage products, their options, variants and prices",
  "inventory:read": "See stock by location",
  "inventory:write": "Set and adjust stock",
  "orders:read":
    "See all orders, and with their ids what their buyers may: cancel, announce a return",
  "orders:write": "Fulfil and deliver orders",
  "promotions:write": "Manage codes and automatic promotions",
  "reviews:moderate":
    "Publish or refuse what shoppers write about products, and answer for the shop",
  "feedback:read": "Read what shoppers said when they were asked how it was",
  "events:read":
    "Read the event log, whose ids open carts, checkouts and orders to whoever holds them",
  "webhooks:write": "Manage webhooks: where events, and the ids in them, are sent",
  "clients:write": "Make and disable API clients, with no more rights than one's own",
  "audit:read": "See what clients and staff did",
};
