import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { createdAt, instant, language } from "./columns.ts";
import { orders } from "./orders.ts";

/** What somebody is asked about one order or one cart, once, and what they said. */
export const surveys = pgTable(
  "survey",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    orderId: text()
      .unique()
      .references(() => orders.id, { onDelete: "cascade" }),
    /** One that was left with something in it; what was said of it outlives it. */
    cartId: text().unique(),
    language: language(),
    /** Skipped: when its time had come there was a reason not to ask. */
    state: text().$type<"planned" | "skipped" | "asked" | "answered">().notNull(),
    version: integer().notNull().default(0),
    dueAt: instant().notNull(),
    /** SHA-256 of what the link in the mail holds. */
    tokenHash: text().unique(),
    askedAt: instant(),
    expiresAt: instant(),
    rating: integer(),
    choice: text(),
    comment: text(),
    answeredAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index("survey_user").on(t.userId, t.askedAt),
    index("survey_due")
      .on(t.dueAt)
      .where(sql`state = 'planned'`),
    index("survey_answered")
      .on(t.answeredAt, t.id)
      .where(sql`state = 'answered'`),
    index("survey_unanswered")
      .on(t.createdAt)
      .where(sql`state <> 'answered'`),
    check("survey_subject", sql`(${t.orderId} is null) <> (${t.cartId} is null)`),
    check(
      "survey_state",
      sql`${t.state} in ('planned', 'skipped')
        or (${t.state} in ('asked', 'answered') and ${t.tokenHash} is not null
          and ${t.askedAt} is not null and ${t.expiresAt} is not null)`,
    ),
    check(
      "survey_answer",
      sql`(${t.state} = 'answered') = (${t.answeredAt} is not null)
        and (${t.state} = 'answered') = (${t.rating} is not null) and ${t.rating} between 1 and 5`,
    ),
  ],
);
