import { check, type Check } from "../check.ts";
import type { Shop } from "../shop.ts";

type Books = {
  checkoutId: string;
  orderId: string | null;
  isCancelled: boolean;
  totalMinor: number;
  charges: number;
  chargedMinor: number;
  refundedMinor: number;
};

/** The provider's books against the shop's: each order is paid once, and nothing else is. */
export async function reconcilePayments({ db }: Shop): Promise<Check[]> {
  const books = await db.$client<Books[]>`
    select k.id as "checkoutId", o.id as "orderId", coalesce(o.state = 'cancelled', false) as "isCancelled",
           coalesce(o.total_minor, 0)::float8 as "totalMinor",
           count(c.*)::int as charges,
           coalesce(sum(c.amount_minor), 0)::float8 as "chargedMinor",
           coalesce(sum(r.amount_minor), 0)::float8 as "refundedMinor"
    from checkout k
    left join "order" o on o.checkout_id = k.id
    left join payment_attempt a on a.checkout_id = k.id
    left join test_charge c on c.idempotency_key = a.id and c.state = 'succeeded'
    left join lateral (
      select sum(amount_minor) as amount_minor from test_refund where charge_key = c.idempotency_key
    ) r on true
    group by k.id, o.id`;
  const strays = await db.$client<{ key: string }[]>`
    select idempotency_key as key from test_charge c
    where state = 'succeeded' and not exists (select from payment_attempt a where a.id = c.idempotency_key)`;
  const owes = ({ orderId, isCancelled, totalMinor }: Books) =>
    orderId !== null && !isCancelled ? totalMinor : 0;
  const kept = (row: Books) => row.chargedMinor - row.refundedMinor;
  const words = (row: Books) =>
    `${row.checkoutId} (${row.orderId ?? "no order"}): owes ${owes(row)}, ${row.charges} charges kept ${kept(row)}`;
  const twice = books.filter((row) => row.charges > 1 && kept(row) > owes(row));
  const wrong = books.filter((row) => !twice.includes(row) && kept(row) !== owes(row));
  return [
    check("nobody paid twice", "double-charged", twice.map(words)),
    check("no order without its payment, no payment without its order or refund", "other", [
      ...wrong.map(words),
      ...strays.map(({ key }) => `${key} was charged for nothing`),
    ]),
  ];
}
