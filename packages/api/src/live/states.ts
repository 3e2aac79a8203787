/** Reads the newest state of topics: what a watcher gets first, and what follows an event that carries none. */
import { products } from "@meridian/db/schema.ts";
import { inArray } from "drizzle-orm";
import { findCart } from "../cart/service.ts";
import { listAvailability } from "../inventory/service.ts";
import type { ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { getOrder } from "../orders/service.ts";
import type { LiveFrame } from "./contract.ts";
import { parseTopic } from "./frame.ts";

/** One frame per topic, in no particular order; a topic of nothing that exists has none, or a null state. */
export async function loadStates(
  ctx: ServiceContext,
  topics: readonly string[],
): Promise<LiveFrame[]> {
  const byKind = Map.groupBy(topics.map(parseTopic), (topic) => topic.kind);
  const ids = (kind: "stock" | "cart" | "order" | "product") =>
    (byKind.get(kind) ?? []).map((topic) => topic.id);
  const frames = await Promise.all([
    loadStock(ctx, ids("stock")),
    Promise.all(ids("cart").map((id) => loadCart(ctx, id))),
    Promise.all(ids("order").map((id) => loadOrder(ctx, id))),
    loadProducts(ctx, ids("product")),
  ]);
  return frames.flat();
}

async function loadStock(ctx: ServiceContext, variantIds: string[]): Promise<LiveFrame[]> {
  if (variantIds.length === 0) return [];
  const { items } = await listAvailability(ctx, { variantIds });
  return items.map(({ variantId, available, version }) => ({
    kind: "stock",
    topic: `stock:${variantId}`,
    version,
    state: { variantId, available, version },
  }));
}

async function loadCart(ctx: ServiceContext, cartId: string): Promise<LiveFrame> {
  const cart = await findCart(ctx, { cartId });
  return { kind: "cart", topic: `cart:${cartId}`, version: cart?.version ?? 0, state: cart };
}

async function loadOrder(ctx: ServiceContext, orderId: string): Promise<LiveFrame> {
  const order = await getOrder(ctx, { orderId }).catch((error: unknown) => {
    if (error instanceof DomainError && error.kind === "not_found") return null;
    throw error;
  });
  return { kind: "order", topic: `order:${orderId}`, version: order?.version ?? 0, state: order };
}

/** A product's frame says only that it changed: each shopper reads it anew in the own region. */
async function loadProducts(ctx: ServiceContext, productIds: string[]): Promise<LiveFrame[]> {
  if (productIds.length === 0) return [];
  const rows = await ctx.db
    .select({ id: products.id, version: products.version })
    .from(products)
    .where(inArray(products.id, productIds));
  return rows.map(({ id, version }) => ({
    kind: "product",
    topic: `product:${id}`,
    version,
    state: { productId: id },
  }));
}
