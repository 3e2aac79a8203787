/** The self-check of the books: sums that constraints cannot hold because they span tables. */
import { sql } from "drizzle-orm";
import type { Database } from "./client.ts";

export type BrokenInvariant = {
  /** `level.on_hand` and the like. */
  rule: string;
  /** Which row: the ids of variant and location, or of the order. */
  subject: string;
  expected: number;
  actual: number;
};

/** Every sum that is wrong, read from one snapshot, so that a shop which sells meanwhile is not accused. */
export async function findBrokenInvariants(db: Database): Promise<BrokenInvariant[]> {
  const rows = await db.transaction((tx) => tx.execute(statement), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  return rows as unknown as BrokenInvariant[];
}

const statement = sql`
  select 'on hand = sum of movements' as rule,
         coalesce(l.variant_id, m.variant_id) || ' at ' || coalesce(l.location_id, m.location_id) as subject,
         coalesce(m.sum, 0)::float8 as expected, coalesce(l.on_hand, 0)::float8 as actual
    from level l
    full join (select variant_id, location_id, sum(delta) as sum from movement group by 1, 2) m
      on m.variant_id = l.variant_id and m.location_id = l.location_id
   where coalesce(l.on_hand, 0) <> coalesce(m.sum, 0)
  union all
  select 'held = sum of open holds',
         coalesce(l.variant_id, h.variant_id) || ' at ' || coalesce(l.location_id, h.location_id),
         coalesce(h.sum, 0)::float8, coalesce(l.held, 0)::float8
    from level l
    full join (select variant_id, location_id, sum(quantity) as sum from hold
                where state = 'held' group by 1, 2) h
      on h.variant_id = l.variant_id and h.location_id = l.location_id
   where coalesce(l.held, 0) <> coalesce(h.sum, 0)
  union all
  select 'order subtotal = sum of its lines', o.id, lines.subtotal::float8, o.subtotal_minor::float8
    from "order" o
    cross join lateral (
      select coalesce(sum(unit_price_minor * quantity), 0) as subtotal
        from order_line where order_id = o.id) lines
   where o.subtotal_minor <> lines.subtotal
  union all
  select 'order discount = sum of its lines', o.id, lines.discount::float8, o.discount_minor::float8
    from "order" o
    cross join lateral (
      select coalesce(sum(discount_minor), 0) as discount from order_line where order_id = o.id) lines
   where o.discount_minor <> lines.discount
  union all
  select 'cart line = sum of its counter', l.variant_id || ' in ' || l.cart_id,
         counted.sum::float8, l.quantity::float8
    from cart_line l
    cross join lateral (
      select coalesce(sum((units->>0)::int - (units->>1)::int), 0) as sum
        from jsonb_each(l.counter) as entry(name, units)) counted
   where l.quantity <> counted.sum
   order by 1, 2`;
