/** Asking, when its time has come: the last look at whether somebody may be asked, and the one mail. */
import { sql } from "drizzle-orm";
import { consentGiven } from "../../accounts/service/consents.ts";
import type { RootContext } from "../../kernel/context.ts";
import { queueMail } from "../../kernel/mail.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { shopPath } from "../../kernel/shop-path.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Language } from "../../kernel/language.ts";
import { surveyAsked } from "../events.ts";
import { surveyWords } from "../mail-words.ts";
import { expiryOf, pauseBegan, quietSince } from "../rules.ts";
import { hashOf, newToken } from "./token.ts";

type Planned = { id: string; language: Language; email: string; orderNumber: string | null };

/** So long what could not be asked lets the others go first. */
const retryMinutes = 10;

/**
 * Asks about what is due. Each in a transaction of its own, with its mail: whoever dies in between has asked nobody, and of
 * two workers the second finds it asked. One that fails is tried later, and keeps no other back.
 * @returns how many were due
 */
export async function askDue(ctx: RootContext, { limit }: { limit: number }): Promise<number> {
  const now = ctx.clock.now();
  const usedAfter = quietSince(now, settingsOf(ctx).surveyCartHours).toISOString();
  const due = await statement<{ id: string; userId: string }>(
    ctx.db,
    sql`select id, user_id as "userId" from survey
        where state = 'planned' and due_at <= ${now.toISOString()}::timestamptz
          -- Of a cart that has changed again its event is on its way, and puts it off.
          and not exists (
            select from cart where cart.id = survey.cart_id and cart.updated_at > ${usedAfter}::timestamptz)
        order by due_at, id limit ${limit}`,
  );
  for (const { id, userId } of due) await tryToAsk(ctx, id, userId);
  return due.length;
}

async function tryToAsk(ctx: RootContext, id: string, userId: string): Promise<void> {
  try {
    await inTransaction(ctx, async (tx) => {
      // Consents, erasure and other surveys of the same person wait, or are seen.
      const user = sql`select 1 from "user" where id = ${userId} for no key update`;
      if ((await statement(tx.db, user)).length > 0) await askOrSkip(tx, id);
    });
  } catch (error) {
    ctx.log.error({ err: error, surveyId: id }, "survey not asked yet");
    const next = new Date(ctx.clock.now().getTime() + retryMinutes * 60_000).toISOString();
    await statement(
      ctx.db,
      sql`update survey set due_at = ${next}::timestamptz where id = ${id} and state = 'planned'`,
    );
  }
}

async function askOrSkip(tx: TransactionContext, id: string): Promise<void> {
  const planned = await findAskable(tx, id);
  if (planned === undefined)
    await statement(
      tx.db,
      sql`update survey set state = 'skipped' where id = ${id} and state = 'planned'`,
    );
  else await ask(tx, planned);
}

async function ask(tx: TransactionContext, survey: Planned): Promise<void> {
  const { id, language, email, orderNumber } = survey;
  const token = newToken();
  const now = tx.clock.now();
  const asked = await statement(
    tx.db,
    sql`update survey set state = 'asked', version = 1, token_hash = ${hashOf(token)},
          asked_at = ${now.toISOString()}::timestamptz, expires_at = ${expiryOf(now).toISOString()}::timestamptz
        where id = ${id} and state = 'planned' returning 1`,
  );
  if (asked.length === 0) return;
  const kind = orderNumber === null ? "cart" : "order";
  await emit(tx, [event(surveyAsked, id, 1, { surveyId: id, kind })]);
  const words = surveyWords[language];
  const { shopUrl } = settingsOf(tx);
  await queueMail(tx.db, {
    to: email,
    template: "survey",
    language,
    link: `${shopUrl}${shopPath({ language }, `/surveys/${token}`)}`,
    words: {
      ...(orderNumber === null ? words.cart() : words.order(orderNumber)),
      unsubscribeUrl: `${shopUrl}/surveys/unsubscribe?token=${token}`,
    },
  });
}

/**
 * Unless its user takes no more questions, was asked lately, or has an address that is not confirmed; its order went back
 * whole, or its cart was bought, emptied, or bought instead of.
 */
async function findAskable(tx: TransactionContext, id: string): Promise<Planned | undefined> {
  const since = pauseBegan(tx.clock.now(), settingsOf(tx).surveyPauseDays).toISOString();
  const [planned] = await statement<Planned>(
    tx.db,
    sql`select s.id, s.language, u.email, o.number as "orderNumber"
        from survey s
        join "user" u on u.id = s.user_id
        left join "order" o on o.id = s.order_id
        where s.id = ${id} and s.state = 'planned' and u.email_verified
          and ${consentGiven(sql`s.user_id`, "surveys")}
          and not exists (
            select from survey recent
            where recent.user_id = s.user_id and recent.asked_at > ${since}::timestamptz)
          and case when s.order_id is null then exists (
              select from cart
              where cart.id = s.cart_id and cart.user_id = s.user_id and cart.state = 'active'
                and exists (select from cart_line where cart_id = cart.id)
                and not exists (
                  select from checkout join "order" bought on bought.checkout_id = checkout.id
                  where checkout.user_id = s.user_id and bought.placed_at > cart.updated_at))
            else o.total_minor = 0 or o.refunded_minor + o.refund_owed_minor < o.total_minor end`,
  );
  return planned;
}
