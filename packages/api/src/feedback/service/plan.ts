/** Surveys that are planned: one for each order and each cart, of whoever has agreed to be asked by then. */
import { sql, type SQL } from "drizzle-orm";
import { consentGiven } from "../../accounts/service/consents.ts";
import type { LoggedEvent } from "../../kernel/event-source.ts";
import { newId } from "../../kernel/ids.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { dueAfterCart, dueAfterOrder } from "../rules.ts";

/** An order that arrives sooner than was thought is asked about sooner. */
export async function planOrderSurveys(
  tx: TransactionContext,
  events: readonly LoggedEvent[],
): Promise<void> {
  const { surveyOrderHours } = settingsOf(tx);
  const dues = new Map<string, Date>();
  for (const event of events) {
    const due = dueAfterOrder(event, surveyOrderHours);
    const before = dues.get(event.aggregateId);
    if (due !== null && (before === undefined || due < before)) dues.set(event.aggregateId, due);
  }
  if (dues.size === 0) return;
  await statement(
    tx.db,
    sql`insert into survey (id, user_id, order_id, language, state, due_at, created_at)
        select due.survey_id, checkout.user_id, o.id, o.language, 'planned', due.at, ${nowOf(tx)}
        from ${listed(dues)}
        join "order" o on o.id = due.subject_id
        join checkout on checkout.id = o.checkout_id
        where checkout.user_id is not null and ${consentGiven(sql`checkout.user_id`, "surveys")}
        on conflict (order_id) do update set due_at = least(survey.due_at, excluded.due_at)
          where survey.state = 'planned'`,
  );
}

/** Each change of a cart puts it off. */
export async function planCartSurveys(
  tx: TransactionContext,
  events: readonly LoggedEvent[],
): Promise<void> {
  const { surveyCartHours } = settingsOf(tx);
  const dues = new Map(
    events.map((event) => [event.aggregateId, dueAfterCart(event.occurredAt, surveyCartHours)]),
  );
  if (dues.size === 0) return;
  await statement(
    tx.db,
    sql`insert into survey (id, user_id, cart_id, language, state, due_at, created_at)
        select due.survey_id, cart.user_id, cart.id, cart.language, 'planned', due.at, ${nowOf(tx)}
        from ${listed(dues)}
        join cart on cart.id = due.subject_id
        where cart.user_id is not null and cart.state = 'active'
          and ${consentGiven(sql`cart.user_id`, "surveys")}
        on conflict (cart_id) do update set due_at = greatest(survey.due_at, excluded.due_at)
          where survey.state = 'planned'`,
  );
}

/** What is due when, as a table `due`. */
function listed(dues: ReadonlyMap<string, Date>): SQL {
  const ids = [...dues.keys()];
  const times = [...dues.values()].map((at) => at.toISOString());
  return sql`unnest(${sql.param(ids.map(() => newId("svy")))}::text[], ${sql.param(ids)}::text[],
      ${sql.param(times)}::text[]::timestamptz[]) as due(survey_id, subject_id, at)`;
}

function nowOf({ clock }: TransactionContext): SQL {
  return sql`${clock.now().toISOString()}::timestamptz`;
}
