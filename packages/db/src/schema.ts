/** Every table, by capability. The map that drizzle-kit and the clients read. */
export * from "./schema/regions.ts";
export * from "./schema/catalog.ts";
export * from "./schema/inventory.ts";
export * from "./schema/cart.ts";
export * from "./schema/checkout.ts";
export * from "./schema/orders.ts";
export * from "./schema/promotions.ts";
export * from "./schema/events.ts";
export * from "./schema/idempotency.ts";
export * from "./schema/webhooks.ts";
export * from "./schema/accounts.ts";
export * from "./schema/factors.ts";
export * from "./schema/profile.ts";
export * from "./schema/oauth.ts";
export * from "./schema/audit.ts";
export * from "./schema/bulk.ts";
export * from "./schema/reviews.ts";
