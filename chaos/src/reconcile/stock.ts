import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { check, type Check } from "../check.ts";
import type { Journal } from "../journal.ts";
import { articlesOf } from "../shelf.ts";
import type { Shop } from "../shop.ts";

type Row = { variantId: string; onHand: number; held: number; sold: number };

/** Nothing is sold twice, and every unit is accounted for. */
export async function reconcileStock({ db, shelf }: Shop, journal: Journal): Promise<Check[]> {
  const rows = await db.$client<Row[]>`
    select variant_id as "variantId", sum(on_hand)::int as "onHand", sum(held)::int as held,
           coalesce((select sum(line.quantity) from order_line line
                     join "order" on "order".id = line.order_id
                     where line.variant_id = level.variant_id and "order".state <> 'cancelled'), 0)::int
             as sold
    from level group by variant_id`;
  const byVariant = new Map(rows.map((row) => [row.variantId, row]));
  const promised = new Map<string, number>();
  for (const { lines, isCancelled } of journal.orders.values()) {
    if (isCancelled) continue;
    for (const [variantId, quantity] of lines)
      promised.set(variantId, (promised.get(variantId) ?? 0) + quantity);
  }
  const oversold: string[] = [];
  const unaccounted: string[] = [];
  for (const { variantId, units } of articlesOf(shelf)) {
    const { onHand, held, sold } = byVariant.get(variantId) ?? { onHand: 0, held: 0, sold: 0 };
    const told = promised.get(variantId) ?? 0;
    if (Math.max(sold, told) > units)
      oversold.push(
        `${variantId}: ${units} there were, ${sold} are in orders, ${told} were promised`,
      );
    if (onHand !== units - sold || held !== 0)
      unaccounted.push(
        `${variantId}: ${units} there were, ${sold} sold, ${onHand} on hand, ${held} held`,
      );
  }
  const broken = await findBrokenInvariants(db);
  return [
    check("nothing is oversold", "oversold", oversold),
    check("every unit is on hand or in an order, and no hold is left", "other", unaccounted),
    check(
      "ledger, holds and orders add up",
      "other",
      broken.map((b) => `${b.rule}: ${b.subject} has ${b.actual}, should have ${b.expected}`),
    ),
  ];
}
