import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { event, insertEvents } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { sqlState } from "../../kernel/transaction.ts";
import type { OperationOutcome } from "../contract.ts";
import { cartChanged } from "../events.ts";
import { quantityOf } from "../rules/counter.ts";
import type { LineWrite } from "./plan.ts";
import type { LoadedCart } from "./rows.ts";
import { cartEnd } from "./write.ts";

export type CartChange = {
  /** New lines come in this order. */
  lines: readonly LineWrite[];
  /** Whether there is a new version. */
  isChanged: boolean;
  /** Left out: it keeps the one that it has. */
  promotionCode?: string | null;
  /** Operations to remember as answered. */
  answers?: { device: string; outcomes: readonly OperationOutcome[] };
};

/**
 * Writes lines, version, event and answers in one statement, if the cart is still at the version that
 * was read: the comparison is the lock, whoever comes second changes nothing. So a change needs no
 * transaction around reading and writing.
 * @returns whether it was
 */
export async function commitChange(
  ctx: ServiceContext,
  loaded: LoadedCart,
  change: CartChange,
): Promise<boolean> {
  try {
    return await write(ctx, loaded, change);
  } catch (error) {
    // An operation that changes nothing leaves the version: its repetition is told by the key of the answer.
    if (sqlState(error) === uniqueViolation) return false;
    throw error;
  }
}

const uniqueViolation = "23505";

async function write(
  ctx: ServiceContext,
  { row }: LoadedCart,
  { lines, isChanged, promotionCode = row.promotionCode, answers }: CartChange,
): Promise<boolean> {
  const now = ctx.clock.now().toISOString();
  const version = row.version + (isChanged ? 1 : 0);
  const kept = lines.filter((line) => quantityOf(line.counter) > 0);
  const removed = lines.filter((line) => quantityOf(line.counter) === 0);
  const events = isChanged ? [event(cartChanged, row.id, version, { cartId: row.id })] : [];
  const outcomes = answers?.outcomes ?? [];
  const raised = await statement(
    ctx.db,
    sql`with raised as (
          update cart set version = ${version}, expires_at = ${cartEnd(ctx)}::timestamptz,
            updated_at = ${now}::timestamptz, promotion_code = ${promotionCode}
          where id = ${row.id} and version = ${row.version} and state = 'active'
            and expires_at > ${now}::timestamptz
          returning id
        ), removed as (
          delete from cart_line using raised
          where cart_id = raised.id
            and variant_id = any(${sql.param(removed.map((line) => line.variantId))}::text[])
        ), kept as (
          insert into cart_line (cart_id, variant_id, quantity, counter, seen_price_minor, added_at)
          select raised.id, variant_id, quantity, counter::jsonb, price_minor,
            clock_timestamp() + position * interval '1 millisecond'
          from raised, unnest(
            ${sql.param(kept.map((line) => line.variantId))}::text[],
            ${sql.param(kept.map((line) => quantityOf(line.counter)))}::int[],
            ${sql.param(kept.map((line) => JSON.stringify(line.counter)))}::text[],
            ${sql.param(kept.map((line) => line.priceMinor))}::bigint[]
          ) with ordinality as line(variant_id, quantity, counter, price_minor, position)
          on conflict (cart_id, variant_id) do update
          set quantity = excluded.quantity, counter = excluded.counter,
            seen_price_minor = excluded.seen_price_minor
        ), answered as (
          insert into cart_operation (cart_id, device, seq, refusal)
          select raised.id, ${answers?.device ?? ""}, seq, refusal::jsonb
          from raised, unnest(
            ${sql.param(outcomes.map((outcome) => outcome.seq))}::bigint[],
            ${sql.param(outcomes.map(refusalText))}::text[]
          ) as outcome(seq, refusal)
        ), told as (
          ${insertEvents(ctx, events, sql`exists (select from raised)`)}
        )
        select id from raised`,
  );
  return raised.length > 0;
}

function refusalText({ status, reason, details }: OperationOutcome): string | null {
  if (status !== "adjusted" && status !== "refused") return null;
  return JSON.stringify({ status, reason: reason ?? "", details: details ?? {} });
}

/** The cart as a change has left it, without reading it again. What holds changed is not in it. */
export function afterChange(
  loaded: LoadedCart,
  { lines, isChanged, promotionCode = loaded.row.promotionCode }: CartChange,
): LoadedCart {
  const writes = new Map(lines.map((line) => [line.variantId, line]));
  const known = new Set(loaded.lines.map((line) => line.variantId));
  const added = lines.flatMap(({ variantId }) =>
    known.has(variantId) ? [] : loaded.asked.filter((row) => row.variantId === variantId),
  );
  return {
    ...loaded,
    row: { ...loaded.row, promotionCode, version: loaded.row.version + (isChanged ? 1 : 0) },
    lines: [...loaded.lines, ...added].flatMap((row) => {
      const write = writes.get(row.variantId);
      if (!write) return [row];
      const quantity = quantityOf(write.counter);
      const { counter, priceMinor: seenPriceMinor } = write;
      return quantity > 0 ? [{ ...row, quantity, counter, seenPriceMinor }] : [];
    }),
  };
}
