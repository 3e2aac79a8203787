/** Reads the newest state of topics: what a watcher gets first, and what follows an event that carries none. */
import { products } from "@meridian/db/schema.ts";
import { inArray } from "drizzle-orm";
import { findJobs } from "../bulk/service.ts";
import { findCart } from "../cart/service.ts";
import { listAvailability } from "../inventory/service.ts";
import type { ServiceContext } from "../kernel/context.ts";
import { findOrders } from "../orders/service.ts";
import type { LiveFrame, TopicKind } from "./contract.ts";
import { parseTopic } from "./frame.ts";

const cartsAtOnce = 4;

/** One frame per topic, in no particular order; a topic of nothing that exists has none, or a null state. */
export async function loadStates(
  ctx: ServiceContext,
  topics: readonly string[],
): Promise<LiveFrame[]> {
  const byKind = Map.groupBy(topics.map(parseTopic), (topic) => topic.kind);
  const ids = (kind: TopicKind) => (byKind.get(kind) ?? []).map((topic) => topic.id);
  const frames = await Promise.all([
    loadStock(ctx, ids("stock")),
    loadCarts(ctx, ids("cart")),
    loadOrders(ctx, ids("order")),
    loadProducts(ctx, ids("product")),
    loadJobs(ctx, ids("job")),
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

/** Each cart is one statement; few at a time, so that watchers who come back leave connections to shoppers. */
async function loadCarts(ctx: ServiceContext, cartIds: string[]): Promise<LiveFrame[]> {
  const frames: LiveFrame[] = [];
  const waiting = cartIds.values();
  const load = async () => {
    for (const cartId of waiting) frames.push(await loadCart(ctx, cartId));
  };
  await Promise.all(Array.from({ length: cartsAtOnce }, load));
  return frames;
}

async function loadCart(ctx: ServiceContext, cartId: string): Promise<LiveFrame> {
  const cart = await findCart(ctx, { cartId });
  return { kind: "cart", topic: `cart:${cartId}`, version: cart?.version ?? 0, state: cart };
}

async function loadOrders(ctx: ServiceContext, orderIds: string[]): Promise<LiveFrame[]> {
  if (orderIds.length === 0) return [];
  const found = new Map((await findOrders(ctx, orderIds)).map((order) => [order.id, order]));
  return orderIds.map((orderId) => {
    const order = found.get(orderId) ?? null;
    return { kind: "order", topic: `order:${orderId}`, version: order?.version ?? 0, state: order };
  });
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

async function loadJobs(ctx: ServiceContext, jobIds: string[]): Promise<LiveFrame[]> {
  if (jobIds.length === 0) return [];
  const jobs = await findJobs(ctx, jobIds);
  return jobs.map((job) => ({
    kind: "job",
    topic: `job:${job.id}`,
    version: job.version,
    state: job,
  }));
}
