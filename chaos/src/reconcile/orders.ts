import { check, type Check } from "../check.ts";
import type { Journal } from "../journal.ts";
import type { Shop } from "../shop.ts";

type Row = {
  id: string;
  number: string;
  checkoutId: string;
  state: string;
  totalMinor: number;
  lines: Record<string, number>;
};

/** What shoppers were told about checkouts and orders is what the tables say. */
export async function reconcileOrders({ db }: Shop, journal: Journal): Promise<Check[]> {
  const rows = await db.$client<Row[]>`
    select o.id, o.number, o.checkout_id as "checkoutId", o.state,
           o.total_minor::float8 as "totalMinor",
           (select jsonb_object_agg(variant_id, quantity) from order_line where order_id = o.id) as lines
    from "order" o`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byCheckout = new Map(rows.map((row) => [row.checkoutId, row]));
  const checkouts = await db.$client<
    { id: string; state: string }[]
  >`select id, state from checkout`;
  const stateOf = new Map(checkouts.map(({ id, state }) => [id, state]));

  const told = [...journal.orders].map(([id, story]) => ({ id, story, row: byId.get(id) }));
  const gone = told.filter(({ row }) => !row).map(({ id }) => id);
  const differing = told.filter(({ row, story }) => row && !isSame(row, story)).map(({ id }) => id);
  const uncancelled = told.filter(
    ({ row, story }) => story.isCancelled && row?.state !== "cancelled",
  );
  const stories = [...journal.checkouts];
  const lost = stories.filter(([id]) => !stateOf.has(id)).map(([id]) => id);
  const undone = stories
    .filter(([, { told: ending }]) => ending === "cancelled" || ending === "refunded")
    .filter(([id]) => byCheckout.has(id) || stateOf.get(id) === "completed")
    .map(([id]) => `${id} became an order after all`);
  return [
    check("every acknowledged order exists", "lost", gone),
    check("every order is what was acknowledged: number, money, lines", "lost", differing),
    check("every acknowledged checkout exists", "lost", lost),
    check("every acknowledged cancellation has happened", "lost", [
      ...undone,
      ...uncancelled.map(({ id }) => id),
    ]),
    check("no two answers contradict each other", "other", journal.contradictions),
    check("every request was answered in the end", "other", journal.unanswered),
  ];
}

function isSame(
  row: Row,
  story: { number: string; totalMinor: number; lines: Map<string, number> },
) {
  const lines = Object.entries(row.lines);
  return (
    row.number === story.number &&
    row.totalMinor === story.totalMinor &&
    lines.length === story.lines.size &&
    lines.every(([variantId, quantity]) => story.lines.get(variantId) === quantity)
  );
}
