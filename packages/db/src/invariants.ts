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
  select 'order refunds = sum of its refunds, ' || sums.state, o.id, sums.refunds::float8, sums.booked::float8
    from "order" o
    cross join lateral (
      select 'done' as state, o.refunded_minor as booked,
             coalesce(sum(amount_minor) filter (where state = 'done'), 0) as refunds
        from refund where order_id = o.id
      union all
      select 'owed', o.refund_owed_minor, coalesce(sum(amount_minor) filter (where state = 'owed'), 0)
        from refund where order_id = o.id) sums
   where sums.booked <> sums.refunds
  union all
  select 'units returned = sum of open and received returns', l.variant_id || ' in ' || l.order_id,
         units.sum::float8, l.returned_quantity::float8
    from order_line l
    cross join lateral (
      select coalesce(sum(r.quantity), 0) as sum
        from order_return_line r
        join order_return on order_return.id = r.return_id
       where order_return.order_id = l.order_id and order_return.state <> 'cancelled'
         and r.variant_id = l.variant_id) units
   where l.returned_quantity <> units.sum
  union all
  select 'units refunded = sum of refunds by the unit', l.variant_id || ' in ' || l.order_id,
         units.sum::float8, l.refunded_quantity::float8
    from order_line l
    cross join lateral (
      select coalesce(sum((unit->>'quantity')::int), 0) as sum
        from refund r, jsonb_array_elements(r.lines) as unit
       where r.order_id = l.order_id and r.state <> 'refused' and unit->>'variantId' = l.variant_id) units
   where l.refunded_quantity <> units.sum
  union all
  select 'uses of a code = its payments under way and its orders', p.id, uses.count::float8, p.uses::float8
    from promotion p
    cross join lateral (
      select count(*) as count
        from promotion_use u
        join checkout on checkout.id = u.checkout_id
        left join "order" o on o.id = checkout.order_id
       where u.promotion_id = p.id
         and (checkout.state = 'paying' or (checkout.state = 'completed' and o.state <> 'cancelled'))) uses
   where p.uses <> uses.count
  union all
  select 'cart line = sum of its counter', l.variant_id || ' in ' || l.cart_id,
         counted.sum::float8, l.quantity::float8
    from cart_line l
    cross join lateral (
      select coalesce(sum((units->>0)::int - (units->>1)::int), 0) as sum
        from jsonb_each(l.counter) as entry(name, units)) counted
   where l.quantity <> counted.sum
  union all
  select 'rating ' || books.what || ' = that of published reviews', p.id, books.expected::float8, books.actual::float8
    from product p
    left join (select product_id, sum(rating) as sum, count(*) as count
                 from contribution where kind = 'review' and state = 'published' group by 1) stars
      on stars.product_id = p.id
    cross join lateral (values
      ('sum', coalesce(stars.sum, 0), p.rating_sum),
      ('count', coalesce(stars.count, 0), p.rating_count)) books(what, expected, actual)
   where books.expected <> books.actual
   order by 1, 2`;
