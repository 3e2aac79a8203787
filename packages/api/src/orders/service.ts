import { checkouts, orders } from "@meridian/db/schema.ts";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { ServiceContext } from "../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { Instant } from "../kernel/instant.ts";
import { OrderId, type GetOrder, type ListOrders, type Order, type OrderPage } from "./contract.ts";
import { orderNotFound } from "./service/transition.ts";
import { toOrder, type WholeOrder } from "./service/view.ts";

/** An order with all that belongs to it in one statement, so that it is of one version. */
const whole = {
  order: orders,
  lines: sql<WholeOrder["lines"]>`(
    select coalesce(jsonb_agg(to_jsonb(l) order by l.position), '[]')
    from order_line l where l.order_id = "order"."id")`,
  entries: sql<WholeOrder["entries"]>`(
    select coalesce(jsonb_agg(to_jsonb(e) order by e.version), '[]')
    from order_entry e where e.order_id = "order"."id")`,
  refunds: sql<WholeOrder["refunds"]>`(
    select coalesce(jsonb_agg(to_jsonb(r) order by r.created_at, r.id), '[]')
    from refund r where r.order_id = "order"."id")`,
  returns: sql<WholeOrder["returns"]>`(
    select coalesce(jsonb_agg(to_jsonb(r) || jsonb_build_object('lines', (
        select jsonb_agg(jsonb_build_object('variantId', variant_id, 'quantity', quantity)
          order by variant_id)
        from order_return_line where return_id = r.id)) order by r.created_at, r.id), '[]')
    from order_return r where r.order_id = "order"."id")`,
};

/** @throws not_found `order.not_found` {orderId} */
export async function getOrder(ctx: ServiceContext, { orderId }: GetOrder): Promise<Order> {
  const order = await findOrder(ctx, { orderId });
  if (order === null) throw orderNotFound(orderId);
  return order;
}

export async function findOrder(ctx: ServiceContext, { orderId }: GetOrder): Promise<Order | null> {
  const [order] = await findOrders(ctx, [orderId]);
  return order ?? null;
}

/** Those of the orders that there are, in no particular order; one statement. */
export async function findOrders(
  ctx: ServiceContext,
  orderIds: readonly string[],
): Promise<Order[]> {
  const rows = await ctx.db.select(whole).from(orders).where(inArray(orders.id, orderIds));
  return rows.map(toOrder);
}

/** All that are a user's, the newest first: for their copy. */
export async function listOrdersOf(ctx: ServiceContext, userId: string): Promise<Order[]> {
  const rows = await ctx.db
    .select(whole)
    .from(orders)
    .where(inArray(orders.checkoutId, checkoutsOf(ctx, userId)))
    .orderBy(desc(orders.placedAt), desc(orders.id));
  return rows.map(toOrder);
}

function checkoutsOf({ db }: ServiceContext, userId: string) {
  return db.select({ id: checkouts.id }).from(checkouts).where(eq(checkouts.userId, userId));
}

/** Whoever may see all orders sees all; a user else those that they placed while signed in. */
function ownOnly(ctx: ServiceContext, { mine = false }: ListOrders) {
  const { actor } = ctx;
  if (actor.kind !== "user" || (actor.scopes.has("orders:read") && !mine)) return undefined;
  return inArray(orders.checkoutId, checkoutsOf(ctx, actor.id));
}

const Position = z.tuple([Instant, OrderId]);

/** Newest first. Orders placed while one pages appear before the first page, never twice. */
export async function listOrders(ctx: ServiceContext, input: ListOrders): Promise<OrderPage> {
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor, Position);
  const rows = await ctx.db
    .select(whole)
    .from(orders)
    .where(
      and(
        ownOnly(ctx, input),
        input.state && eq(orders.state, input.state),
        after && sql`(${orders.placedAt}, ${orders.id}) < (${after[0]}::timestamptz, ${after[1]})`,
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(input.limit + 1);
  const items = rows.slice(0, input.limit).map(toOrder);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.placedAt, last.id]) : null,
  };
}
