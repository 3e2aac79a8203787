/** Reads the newest state of topics: what a watcher gets first, and what follows an event that carries none. */
import { products } from "@meridian/db/schema.ts";
import { inArray } from "drizzle-orm";
import { findJobs } from "../bulk/service.ts";
import { findCartOf } from "../cart/service.ts";
import { listAvailability } from "../inventory/service.ts";
import type { Actor, ServiceContext } from "../kernel/context.ts";
import { findOrders } from "../orders/service.ts";
import { findWishlists } from "../wishlist/service/live.ts";
import type { LiveFrame, TopicKind } from "./contract.ts";
import { parseTopic } from "./frame.ts";

const cartsAtOnce = 4;

/** A topic's newest state; `ownerId`: the one user who may see it, absent where whoever has the id may. */
export type TopicState = { value: LiveFrame; ownerId?: string };
type Owned = { ownerId?: string | undefined };

/** One state per topic, in no particular order; a topic of nothing that exists has none, or a null state. */
export async function loadStates(
  ctx: ServiceContext,
  topics: readonly string[],
): Promise<TopicState[]> {
  const byKind = Map.groupBy(topics.map(parseTopic), (topic) => topic.kind);
  const ids = (kind: TopicKind) => (byKind.get(kind) ?? []).map((topic) => topic.id);
  const [carts, lists, ...others] = await Promise.all([
    loadCarts(ctx, ids("cart")),
    loadWishlists(ctx, ids("wishlist")),
    loadStock(ctx, ids("stock")),
    loadOrders(ctx, ids("order")),
    loadProducts(ctx, ids("product")),
    loadJobs(ctx, ids("job")),
  ]);
  return [...carts, ...lists, ...others.flat().map((value) => ({ value }))];
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
async function loadCarts(ctx: ServiceContext, cartIds: string[]): Promise<TopicState[]> {
  const states: TopicState[] = [];
  const waiting = cartIds.values();
  const load = async () => {
    for (const cartId of waiting) states.push(await loadCart(ctx, cartId));
  };
  await Promise.all(Array.from({ length: cartsAtOnce }, load));
  return states;
}

async function loadCart(ctx: ServiceContext, cartId: string): Promise<TopicState> {
  const { cart, userId } = await findCartOf(ctx, { cartId });
  const version = cart?.version ?? 0;
  const value = { kind: "cart", topic: `cart:${cartId}`, version, state: cart } as const;
  return userId === null ? { value } : { value, ownerId: userId };
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

async function loadWishlists(ctx: ServiceContext, ids: string[]): Promise<TopicState[]> {
  const found = await findWishlists(ctx, ids);
  const byId = new Map(found.map((one) => [one.list.id, one]));
  return ids.map((id) => {
    const { list = null, userId } = byId.get(id) ?? {};
    const value = {
      kind: "wishlist",
      topic: `wishlist:${id}`,
      version: list?.version ?? 0,
      state: list,
    } as const;
    return userId === undefined ? { value } : { value, ownerId: userId };
  });
}

/** As over REST. */
export function maySee(actor: Actor, { ownerId }: Owned): boolean {
  return ownerId === undefined || (actor.kind === "user" && actor.id === ownerId);
}

/** What somebody is told of who may not see it: as over REST, that it is not there. */
export function hiddenFrom(topic: string): LiveFrame {
  const kind = parseTopic(topic).kind === "wishlist" ? "wishlist" : "cart";
  return { kind, topic, version: 0, state: null };
}
