/**
 * Uses of codes. One is taken in the transaction that begins a payment, before any money moves, and
 * given back in the one that ends it without an order, or cancels the order. So those who are told that a
 * code is used up are told before they pay, and of a code with ten uses ten are ordered, whoever comes at once.
 */
import { sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";

type Named = { id: string; code: string | null };

/** A checkout with the promotions that it has; its row is locked. */
export type UsingCheckout = { id: string; email: string | null; promotions: readonly Named[] };

/**
 * Takes a use of each code; what applies by itself is not counted.
 * @throws conflict `promotions.used_up` {code, limit}; not_found `promotions.not_found` {code} when it was deleted meanwhile
 */
export async function takeUses(
  tx: TransactionContext,
  { id: checkoutId, email, promotions }: UsingCheckout,
): Promise<void> {
  for (const { id, code } of promotions)
    if (code !== null) await takeUse(tx, { id, code, checkoutId, email: email ?? "" });
}

type Use = { id: string; code: string; checkoutId: string; email: string };

async function takeUse(
  tx: TransactionContext,
  { id, code, checkoutId, email }: Use,
): Promise<void> {
  const digest = sql`encode(sha256(convert_to(lower(${email}), 'UTF8')), 'hex')`;
  // Behind the lock, in a statement of its own: only then the uses of rivals who have committed are counted.
  await statement(tx.db, sql`select from promotion where id = ${id} for update`);
  const [row] = await statement<{ isLeft: boolean | null; isLeftForEmail: boolean | null }>(
    tx.db,
    sql`with asked as (
          select id, uses < use_limit as is_left, (
              select count(*) from promotion_use
              where promotion_id = promotion.id and email_digest = ${digest}
            ) < use_limit_per_email as is_left_for_email
          from promotion where id = ${id}
        ), taken as (
          update promotion set uses = uses + 1 from asked
          where promotion.id = asked.id
            and coalesce(is_left, true) and coalesce(is_left_for_email, true)
          returning promotion.id
        ), used as (
          insert into promotion_use (checkout_id, promotion_id, email_digest)
          select ${checkoutId}, id, ${digest} from taken
        )
        select is_left as "isLeft", is_left_for_email as "isLeftForEmail" from asked`,
  );
  if (row === undefined) throw promotionGone(code);
  if (row.isLeft === false) throw usedUp(code, "total");
  if (row.isLeftForEmail === false) throw usedUp(code, "email");
}

/** Gives back what the checkout has taken, whether it became an order or not. Giving back again changes nothing. */
export async function giveBackUses(
  tx: TransactionContext,
  { id, promotions }: Omit<UsingCheckout, "email">,
): Promise<void> {
  if (promotions.every(({ code }) => code === null)) return;
  await statement(
    tx.db,
    sql`with given as (
          delete from promotion_use where checkout_id = ${id} returning promotion_id
        )
        update promotion set uses = uses - 1 from given where promotion.id = given.promotion_id`,
  );
}

/** The uses stay counted, but are nobody's any more. */
export async function eraseUses(
  tx: TransactionContext,
  checkoutIds: readonly string[],
): Promise<void> {
  await statement(
    tx.db,
    sql`update promotion_use set email_digest = 'erased'
        where checkout_id = any(${sql.param([...checkoutIds])}::text[])`,
  );
}

function usedUp(code: string, limit: "total" | "email"): DomainError {
  return new DomainError("conflict", "promotions.used_up", {
    message:
      limit === "total"
        ? "This code has been used up. Nothing was charged; take it off the cart to go on."
        : "This code was used with this e-mail before. Nothing was charged; take it off the cart to go on.",
    details: { code, limit },
  });
}

function promotionGone(code: string): DomainError {
  return new DomainError("not_found", "promotions.not_found", {
    message: "This code is gone. Nothing was charged; take it off the cart to go on.",
    details: { code },
  });
}
